"""The commands of the synthesis, each declared once; key map, bottom line, help and palette follow from this list."""

from roundtable.i18n import N_
from roundtable.ui.commands import Command

# What stands beside statements and in the prose, for the help.
SIGNS = (
    ("≡", N_("statements that make the same point")),
    ("T4", N_("it stands in takeaway 4")),
    ("−T4", N_("it speaks against takeaway 4")),
    ("¶", N_("it stands in the prose")),
    ("→", N_("how it is to be printed")),
    ("⟦RET 12⟧", N_("what stands before rests on that statement")),
    ("⟦… · 12⟧", N_("told as the attribution allows when the paper is exported")),
)
COMMANDS = (
    Command(
        "pane",
        "tab",
        N_("next pane"),
        N_("Go to the next pane: statements, takeaways, prose"),
        action="pane(1)",
    ),
    Command("pane_back", "shift+tab", "", N_("Go back to the pane before"), action="pane(-1)"),
    Command(
        "draw",
        "t",
        N_("takeaway"),
        N_("Draft a takeaway from the chosen statements"),
        "drawing:draw",
    ),
    Command("suggest", "s", N_("suggest"), N_("Suggest statements that speak for many"), "drawing:suggest"),
    Command(
        "first_draft",
        "f",
        N_("first draft"),
        N_("Draft the prose of this part from what was said"),
        action="first_draft",
    ),
    Command(
        "preview",
        "p",
        N_("preview"),
        N_("Show the whole paper as it would be exported"),
        "synthesizing:preview",
    ),
    Command(
        "export",
        "x",
        N_("export"),
        N_("Export: settle what is in the way, and write the paper"),
        "exporting:export",
    ),
    Command(
        "browse",
        "",
        "",
        N_("Write the paper as HTML and open it in a browser"),
        "browsing:browse",
    ),
    Command(
        "come_back",
        "W",
        "",
        N_("Take back what was edited in Word, a paragraph at a time"),
        "coming_back:come_back",
    ),
    Command(
        "evidence",
        "e",
        "",
        N_("Add the chosen statements to what the marked takeaway rests on, or take them away"),
        "drawing:evidence",
    ),
    Command(
        "dissent",
        "d",
        "",
        N_("Put the chosen statements beside the takeaway as dissent"),
        "drawing:dissent",
    ),
    Command(
        "same_point",
        "g",
        "",
        N_("Join the chosen statements: they make the same point"),
        "likening:same_point",
    ),
    Command("part", "b", "", N_("Part the statement from its group"), "likening:part"),
    Command("alike", "a", "", N_("Show what may make the same point as this statement"), "likening:alike"),
    Command("proposed", "A", "", N_("Look through groups that may make the same point"), "likening:proposed"),
    Command(
        "wording",
        "w",
        N_("wording"),
        N_("Word the statement for print"),
        "synthesizing:word_for_print",
    ),
    Command("tag", "m", N_("theme"), N_("Give the chosen statements a theme"), "synthesizing:tag"),
    Command("insert", "i", "", N_("Insert the chosen statements in the prose"), action="insert_statements"),
    Command(
        "insert_quoted",
        "I",
        "",
        N_("Insert the chosen statements as quotes, to the letter"),
        action="insert_statements(True)",
    ),
    Command(
        "looked_at_draft",
        "V",
        "",
        N_("Say that the draft of this part was looked at"),
        action="looked_at_draft",
    ),
    Command("mark_star", "asterisk", "", N_("Star the statement, or take the star away"), "repairs:star"),
    Command(
        "sift",
        "z",
        N_("filter"),
        N_("Show only a sector, a kind, a theme, what is unused …"),
        "synthesizing:sift",
    ),
    Command(
        "look_for", "slash", N_("search"), N_("Search the statements of this part"), "synthesizing:look_for"
    ),
    Command(
        "part_before",
        "comma",
        "",
        N_("Go to the part before: introduction, topics, conclusion"),
        action="part(-1)",
    ),
    Command("part_after", "semicolon", N_("next part"), N_("Go to the next part"), action="part(1)"),
    Command(
        "reword",
        "r",
        N_("word"),
        N_("Word the takeaway: a title and two or three sentences"),
        "drawing:reword",
    ),
    Command("new_takeaway", "n", "", N_("Write a takeaway that rests on nothing yet"), "drawing:new"),
    Command("lower", "J", "", N_("Move the takeaway down"), "concluding:down"),
    Command("higher", "K", "", N_("Move the takeaway up"), "concluding:up"),
    Command("merge", "M", N_("merge"), N_("Make one takeaway of this and others"), "drawing:merge"),
    Command("split_off", "l", N_("split"), N_("Split a part of the takeaway off"), "drawing:split"),
    Command("looked", "v", "", N_("Say that the takeaway was looked at again"), "drawing:review"),
    Command("drop", "D", N_("drop"), N_("Take the takeaway out of the ledger"), "concluding:drop"),
    Command("bring_back", "B", "", N_("Bring back a takeaway that was dropped"), "drawing:bring_back"),
    Command(
        "count_hands", "H", "", N_("Count a show of hands: one number, or one a sector"), "concluding:hands"
    ),
    Command("themes", "T", "", N_("Themes: rename, merge, split, who speaks of what"), "theming:themes"),
    Command(
        "approvals",
        "Q",
        "",
        N_("Approval of quotes: who agreed with what, and the sheets to send"),
        "approving:approvals",
    ),
    Command(
        "choose_version",
        "C",
        "",
        N_("Choose between versions of this part that were written at once"),
        action="choose_version",
    ),
    Command(
        "editor", "E", "", N_("Write the prose of this part in your own editor"), action="edit_elsewhere"
    ),
    Command("correct", "c", "", N_("Correct the text of the contribution"), "repairs:correct_text"),
    Command("speaker", "o", "", N_("Say who said it"), "repairs:change_speaker"),
    Command("move_topic", "", "", N_("Move the contribution to another topic"), "repairs:change_topic"),
    Command(
        "withdraw",
        "",
        "",
        N_("Take the contribution out of all lists and papers"),
        "repairs:withdraw",
    ),
    Command("restore", "", "", N_("Bring back a contribution that was withdrawn"), "repairs:restore"),
    Command(
        "history",
        "h",
        "",
        N_("Show who changed what of the contribution, and when"),
        "marked:history",
    ),
    Command(
        "copy", "y", "", N_("Copy the text of the contribution, or what the mouse selected"), "marked:copy"
    ),
    Command("undo", "u", N_("undo"), N_("Take back the last thing done here"), "repairs:undo"),
    Command("erase", "", "", N_("Erase what was said for good …"), "erasing:statements"),
    Command("erase_person", "", "", N_("Erase a person for good …"), "erasing:person"),
)
