"""The actions that bring data in and take it out, the settings, and the help."""

from reviewer_app.ui.actions.kinds import Action, Group, Owner, When
from reviewer_app.ui.actions.rows import help_action, transfer_action, window_action
from reviewer_app.ui.language import mark

FILE = (
    transfer_action(
        "pull", "ask_pull", mark("Pull from a file…"), "Ctrl+O", mark("Takes in agents' outputs")
    ),
    transfer_action(
        "sample",
        "open_sample",
        mark("Open the sample"),
        "",
        mark("Four workflows of a small business"),
    ),
    transfer_action(
        "import_labels",
        "ask_import",
        mark("Import judgements…"),
        "",
        mark("Judgements made elsewhere"),
    ),
    transfer_action(
        "export_labels",
        "ask_export",
        mark("Export labels…"),
        "Ctrl+Shift+E",
        mark("Labels for evaluation"),
    ),
    Action(
        "team.sync",
        mark("Exchange with the team hub"),
        ("F5",),
        Group.FILE,
        Owner.HUB,
        "exchange_now",
        When.JOINED,
        says=mark("Sends what waits and fetches what is new"),
    ),
    Action(
        "team.checkout",
        mark("Take items along…"),
        (),
        Group.FILE,
        Owner.HUB,
        "take_along",
        When.JOINED,
        says=mark("For work without the hub; nobody else is given them meanwhile"),
    ),
    Action(
        "team.be_away",
        mark("I am away…"),
        (),
        Group.FILE,
        Owner.HUB,
        "be_away",
        When.JOINED,
        says=mark("You are given nothing meanwhile"),
    ),
    window_action(
        Group.FILE,
        "settings",
        mark("Settings"),
        "Ctrl+,",
        mark("Your name, the theme, the text size"),
    ),
    window_action(
        Group.FILE, "leave", mark("Quit"), "Ctrl+Q", mark("Everything decided is already saved")
    ),
)

HELP = (
    help_action("keys", mark("Keys"), "? F1", mark("Every key, to be searched")),
    help_action(
        "start", mark("Getting started"), "", mark("From the first file to the first label")
    ),
    help_action("words", mark("What the words mean"), "", mark("The vocabulary")),
    help_action("about", mark("About Reviewer"), "", mark("Version and licence")),
)
