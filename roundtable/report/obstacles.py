"""What makes a paper a draft: told in the language of the interface, not in the paper's."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from roundtable.i18n import N_, _

CHAPTER = N_("“{title}” was drafted by the tool, and nobody has looked at it yet.")
NO_INTRODUCTION = N_("There is no introduction: neither prose nor an opening in the agenda.")
NO_CHAPTER = N_("No chapter has anything in it: nothing was recorded on any topic, and nothing was written.")
SUGGESTED = N_("No takeaway was drawn yet: the paper shows suggestions.")
UNWORDED = N_("Takeaway {position} is still worded as a statement.")
NAME = N_("In statement {number}, it is not decided what happens to the name “{name}”.")
NAME_WRITTEN = N_("The name “{name}” stands in what was written for “{title}”.")
NAME_IN_TAKEAWAY = N_("The name “{name}” stands in takeaway {position}.")
UNASKED = N_("{name} was not asked how they may be told.")


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Something that stands between a draft and a final paper: a template and what fills its places."""

    template: str
    places: Mapping[str, object] = field(default_factory=dict)

    def told(self) -> str:
        """Give its sentence in the language of the interface."""
        return _(self.template).format(**self.places)


def obstacle(template: str, **places: object) -> Obstacle:
    """Make an obstacle."""
    return Obstacle(template, places)
