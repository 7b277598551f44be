"""Settings: read leniently, told about, and written without touching what else stands in the file."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from roundtable.config import CHOICES, Settings, read_settings, settings_path, write_setting
from roundtable.errors import SettingsNotWritten, SettingsUnreadable, SettingWrong
from roundtable.i18n import LANGUAGES, told


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def test_where_there_is_no_file_the_usual_settings_hold(file: Path) -> None:
    assert read_settings(file) == Settings()
    assert not read_settings(file).problems


def test_the_environment_may_name_another_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert settings_path().name == "settings.toml"
    monkeypatch.setenv("ROUNDTABLE_SETTINGS", str(file))
    assert settings_path() == file
    write_setting("theme", "light")
    assert read_settings().theme == "light"


def test_the_languages_of_the_settings_are_those_of_the_program() -> None:
    assert set(CHOICES["language"]) == {"auto", *LANGUAGES}


def test_everything_that_is_set_is_read(file: Path) -> None:
    file.write_text(
        'language = "nl"\ntheme = "plain"\nbell = true\n[keys]\nnext = "N"\npause = "space"\n', "utf-8"
    )
    found = read_settings(file)
    assert (found.language, found.theme, found.bell) == ("nl", "plain", True)
    assert found.keys == {"next": "N", "pause": "space"}
    assert [found.value(name) for name in ("language", "theme", "bell", "keys.next", "keys.star")] == [
        *("nl", "plain", "on", "N", "")
    ]


def test_a_wrong_value_is_told_with_its_line_and_the_rest_holds(file: Path) -> None:
    file.write_text(
        '# mine\ntheme = "purple"\nlanguage = "fr"\nbell = "loud"\n\n[keys]\ntheme = 3\nnext = "a"\n', "utf-8"
    )
    found = read_settings(file)
    assert (found.theme, found.language, found.bell, found.keys) == ("auto", "fr", False, {"next": "a"})
    assert {(type(one), one.places["name"], one.places["line"]) for one in found.problems} == {
        (SettingWrong, "theme", 2),
        (SettingWrong, "bell", 4),
        (SettingWrong, "theme", 7),
    }
    purple = next(told(one) for one in found.problems if one.places["value"] == "purple")
    assert "line 2" in purple
    assert "dark, light" in purple


@pytest.mark.parametrize("text", [b'theme = "dark', b"\xff\xfe\x00", b"= 3", b"keys = 3"])
def test_a_file_that_is_no_toml_is_told_and_the_usual_settings_hold(file: Path, text: bytes) -> None:
    file.write_bytes(text)
    found = read_settings(file)
    assert found == Settings()
    assert [str(file) in told(one) for one in found.problems] == [True]


def test_a_file_that_is_no_toml_is_not_written_over(file: Path) -> None:
    file.write_text('theme = "dark', "utf-8")
    with pytest.raises(SettingsUnreadable, match="line 1"):
        write_setting("bell", "on", file)
    assert file.read_text("utf-8") == 'theme = "dark'


def test_writing_keeps_remarks_and_what_a_later_version_has_set(file: Path) -> None:
    file.write_text('# of mine\nglow = 3 # later\ntheme = "dark" # calm\n\n[floor]\nlimit = 90\n', "utf-8")
    write_setting("theme", "light", file)
    write_setting("keys.next", "a", file)
    write_setting("bell", "on", file)
    text = file.read_text("utf-8")
    for kept in ("# of mine", "glow = 3 # later", "# calm", "[floor]\nlimit = 90"):
        assert kept in text
    found = read_settings(file)
    assert (found.theme, found.bell, found.keys, found.problems) == ("light", True, {"next": "a"}, ())


def test_what_is_taken_out_is_as_usual_again(file: Path) -> None:
    write_setting("theme", "light", file)
    write_setting("keys.next", "a", file)
    for name in ("theme", "keys.next", "language"):
        write_setting(name, None, file)
    assert read_settings(file) == Settings()


def test_a_setting_lands_above_the_tables_also_in_a_file_that_begins_with_one(file: Path) -> None:
    file.write_text('[keys]\nnext = "a"\n', "utf-8")
    write_setting("theme", "light", file)
    assert read_settings(file).theme == "light"
    assert read_settings(file).keys == {"next": "a"}


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("")
    with pytest.raises(SettingsNotWritten, match="taken"):
        write_setting("theme", "light", tmp_path / "taken" / "settings.toml")


def test_a_link_stays_a_link(tmp_path: Path, file: Path) -> None:
    kept = tmp_path / "kept.toml"
    kept.write_text('theme = "dark"\n', "utf-8")
    file.symlink_to(kept)
    write_setting("theme", "light", file)
    assert file.is_symlink()
    assert read_settings(kept).theme == "light"


@given(st.dictionaries(st.text(min_size=1, max_size=8), st.text(min_size=1, max_size=8), max_size=5))
def test_any_keys_come_back_as_they_were_written(
    tmp_path_factory: pytest.TempPathFactory, keys: dict[str, str]
) -> None:
    file = tmp_path_factory.mktemp("settings") / "settings.toml"
    for name, key in keys.items():
        write_setting(f"keys.{name}", key, file)
    assert read_settings(file).keys == keys


def test_a_file_that_is_far_too_long_is_refused_and_not_cut(file: Path) -> None:
    text = 'theme = "dark"\n' + "# mine\n" * 200_000
    file.write_text(text, "utf-8")
    assert isinstance(read_settings(file).problems[0], SettingsUnreadable)
    with pytest.raises(SettingsUnreadable):
        write_setting("theme", "light", file)
    assert file.read_text("utf-8") == text
