"""An evening in a file, at a fixed hour, and the program opened on it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from roundtable.config import Settings
from roundtable.domain.agenda import Agenda, AgendaSector, AgendaTopic
from roundtable.domain.contributions import Contribution
from roundtable.domain.people import Person
from roundtable.domain.records import changed
from roundtable.domain.session import Session
from roundtable.services import facilitation, recording
from roundtable.services.sessions import prepare
from roundtable.storage.journal import Journal
from roundtable.ui.app import RoundtableApp
from roundtable.ui.screens.live import LiveScreen

START = datetime(2026, 11, 23, 17, 30, tzinfo=UTC)
SECTORS = (
    ("LOG", "Logistics"),
    ("AUT", "Automotive"),
    ("RET", "Retail"),
    ("SOF", "Software"),
    ("NPO", "Non-profit"),
)
PEOPLE = (
    Person("Els Peeters", "RET"),
    Person("Karim Haddad", "LOG"),
    Person("Mieke Claes", "RET"),
    Person("An De Smet", "NPO"),
    Person("Jonas Wouters", "AUT"),
    Person("Lena Maes", "SOF"),
)
TRUST = (
    "What do you measure now that you cannot see people?",
    "Where did trust go wrong, and what did you do?",
    "What would you never let go of?",
)
AGENDA = Agenda(
    title="Telework and business growth",
    language="en",
    name="telework",
    sectors=tuple(AgendaSector(short, name) for short, name in SECTORS),
    topics=(
        AgendaTopic("The future of work", "1", 900),
        AgendaTopic("Trust as the key to hybrid work", "2", 900, prompts=TRUST),
        AgendaTopic("Spontaneous interaction", "3", 900),
        AgendaTopic("Managing differently", "4", 900),
        AgendaTopic("Conclusion", "", 900, chapter=False, conclusion=True),
    ),
)
LINES = (
    (19, 'els: "We stopped counting hours in 2021."'),
    (20, "els: goals per quarter instead, written down together; sick leave fell by a third since !!"),
    (21, "karim: dispatchers and drivers cannot work from home at all; fairness towards them comes first"),
    (22, "mieke: + same in our shops: we give them a say in the roster instead"),
    (23, "ret: who still clocks office staff, and why?"),
    (24, "an: - volunteers need to see each other first, trust does not grow in a call !!"),
    (25, "karim: ! pay for results in planning as well, measured per week"),
    (26, "lene: even the accountants do it now"),
)


@dataclass
class Evening:
    """A session in a file; `minute` is the one of the evening that every clock shows."""

    path: Path
    start: datetime = START
    minute: float = 0
    uid: str = ""
    journal: Journal = field(init=False)

    def __post_init__(self) -> None:
        self.journal = self.colleague("first")

    def now(self) -> datetime:
        return self.start + timedelta(minutes=self.minute)

    def colleague(self, place: str) -> Journal:
        """Open the file once more, as another writer would."""
        return Journal.open(self.path, self.now, place)

    @property
    def session(self) -> Session:
        return self.journal.session(self.uid)

    @property
    def texts(self) -> list[str]:
        return [said.text for said in self.session.contributions]

    @property
    def newest(self) -> Contribution:
        return self.session.contributions[-1]

    def say(self, lines: Iterable[str], journal: Journal | None = None) -> None:
        for line in lines:
            recording.record(journal or self.journal, self.uid, line)

    def app(self, *, writing: bool = False, light: bool = False, synthesis: bool = False) -> RoundtableApp:
        look = Settings(theme="light" if light else "dark")  # whatever the terminal of the tests can show
        return RoundtableApp(
            self.path, session=self.uid, writing=writing, synthesis=synthesis, now=self.now, settings=look
        )


def prepared(folder: Path, start: datetime = START) -> Evening:
    """Prepare an evening that has not begun."""
    evening = Evening(folder / "evening.db", start)
    evening.uid = prepare(evening.journal, AGENDA, people=PEOPLE, start=start, day=start.date())
    evening.journal.append(
        evening.uid, lambda session: [changed(session.details, replace(session.details, zone="UTC"))]
    )
    return evening


def half_way(folder: Path, start: datetime = START) -> Evening:
    """Give an evening at its second topic, nine minutes into it."""
    evening = prepared(folder, start)
    facilitation.step(evening.journal, evening.uid)
    evening.minute = 5
    evening.say(["jonas: younger people want a life first"])
    evening.minute = 18
    facilitation.step(evening.journal, evening.uid)
    for evening.minute, line in LINES:
        evening.say([line])
    evening.minute = 27.2
    return evening


def going_on(folder: Path) -> Evening:
    """Give an evening that is half-way by this machine's clock, for a program that looks at it."""
    return half_way(folder, datetime.now(UTC) - timedelta(minutes=27.2))


def live(app: RoundtableApp) -> LiveScreen:
    """Give the live table that an app shows, also under a dialog."""
    return next(screen for screen in app.screen_stack if isinstance(screen, LiveScreen))


def is_live(app: RoundtableApp) -> Callable[[], bool]:
    """Tell whether the live table is up and knows how it is held."""
    return lambda: any(isinstance(screen, LiveScreen) and screen.focused for screen in app.screen_stack)
