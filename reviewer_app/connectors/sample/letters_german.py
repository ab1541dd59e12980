"""German letters to support, and the sentences that answer them."""

from reviewer_app.connectors.sample.letters import Phrasebook, Topic

_TOPICS = (
    Topic(
        subject="Lieferung beschädigt",
        when="geliefert am {date}",
        asks=(
            (
                "der Artikel „{product}“ kam am {date} mit einem Sprung an, der Karton war an "
                "einer Ecke eingedrückt. Ich hätte gern Ersatz."
            ),
            (
                "beim Auspacken ist mir gleich ein Stück entgegengefallen. Was soll ich jetzt mit "
                "Bestellung {order} machen?"
            ),
        ),
        rule=(
            "Schäden, die innerhalb von {days} Tagen gemeldet werden: kostenloser Ersatz nach Foto "
            "des Schadens. Ohne Foto kein Ersatz."
        ),
        answers=(
            (
                "Es tut mir leid, dass der Artikel „{product}“ beschädigt bei Ihnen angekommen "
                "ist. Sie haben den Schaden innerhalb von {days} Tagen gemeldet, deshalb ersetzen "
                "wir ihn kostenlos."
            ),
            (
                "Das hätte nicht passieren dürfen. Für Schäden, die innerhalb von {days} Tagen "
                "gemeldet werden, schicken wir kostenlosen Ersatz."
            ),
        ),
        step=(
            "Bitte antworten Sie mit einem Foto des Schadens; der Ersatz geht dann am nächsten "
            "Werktag auf die Reise."
        ),
        breach="Ein Foto brauchen wir nicht, und einen zweiten Artikel schenken wir Ihnen dazu.",
        days=(7, 14, 21),
        ages=(1, 5),
    ),
    Topic(
        subject="Wo bleibt mein Paket?",
        when="versandt am {date}",
        asks=(
            (
                "laut Sendungsverfolgung liegt mein Paket seit dem {date} im selben Depot. Können "
                "Sie bitte nachforschen?"
            ),
            (
                "ich warte immer noch auf „{product}“ (Bestellung {order}). Wann kann ich damit "
                "rechnen?"
            ),
        ),
        rule=(
            "Überfällige Pakete werden beim Zusteller gesucht, das dauert {days} Werktage. Erst "
            "die Nachbarn fragen lassen. Keine Erstattung, solange gesucht wird."
        ),
        answers=(
            (
                "Ihr Paket hat unser Lager am {date} verlassen. Wir haben den Zusteller gebeten, "
                "es zu suchen, und melden uns innerhalb von {days} Werktagen."
            ),
            (
                "Eigentlich sollte „{product}“ längst bei Ihnen sein. Ich habe eine Nachforschung "
                "eröffnet; sie dauert bis zu {days} Werktage."
            ),
        ),
        step=(
            "Bitte fragen Sie bis dahin bei Ihren Nachbarn nach, Pakete werden oft nebenan "
            "abgegeben."
        ),
        breach="Den vollen Betrag habe ich schon heute erstattet, das Paket dürfen Sie behalten.",
        days=(3, 5, 7),
        ages=(8, 16),
    ),
    Topic(
        subject="Rücksendung",
        when="geliefert am {date}",
        asks=(
            (
                "der Artikel „{product}“ ist leider zu groß für unser Zimmer. Er ist unbenutzt. "
                "Wie kann ich ihn zurückschicken?"
            ),
            "ich möchte Bestellung {order} zurückgeben. Was muss ich tun?",
        ),
        rule=(
            "Unbenutzte Ware wird {days} Tage ab Lieferung zurückgenommen. Der Kunde druckt das "
            "Etikett im Kundenkonto; erstattet wird nach der Prüfung."
        ),
        answers=(
            (
                "Sie können den Artikel „{product}“ innerhalb von {days} Tagen ab Lieferung am "
                "{date} zurückgeben, solange er unbenutzt ist. Das Geld folgt, sobald wir ihn "
                "geprüft haben."
            ),
            (
                "Gern. Unbenutzte Ware nehmen wir {days} Tage lang zurück, gerechnet ab dem "
                "{date}; nach der Prüfung erhalten Sie Ihr Geld."
            ),
        ),
        step=(
            "Bitte drucken Sie das Etikett im Kundenkonto unter „Bestellungen“ aus und geben Sie "
            "das Paket bei der Post ab."
        ),
        breach=(
            "Auf die Prüfung verzichten wir, das Geld ist schon unterwegs, egal wie die Ware "
            "aussieht."
        ),
        days=(14, 30, 60),
        ages=(2, 10),
        shapes=("lamp", "box"),
    ),
)

GERMAN = Phrasebook(
    subject="Betreff",
    handbook="Handbuch",
    paid="bezahlt",
    months=(
        "Januar",
        "Februar",
        "März",
        "April",
        "Mai",
        "Juni",
        "Juli",
        "August",
        "September",
        "Oktober",
        "November",
        "Dezember",
    ),
    day="{day}. {month}",
    greetings={"Frau": "Sehr geehrte Frau {name},", "Herr": "Sehr geehrter Herr {name},"},
    thanks=(
        "vielen Dank für Ihre Nachricht zu Bestellung {order} über {amount}.",
        "danke, dass Sie uns wegen Bestellung {order} ({amount}) geschrieben haben.",
        "ich habe mir Ihre Bestellung {order} über {amount} angesehen.",
    ),
    rude=(
        (
            "wie Sie auf unserer Seite hätten lesen können, ist Bestellung {order} ({amount}) kein "
            "Sonderfall."
        ),
        (
            "Sie sind nicht unser einziger Kunde, aber ich habe mir Bestellung {order} ({amount}) "
            "trotzdem angesehen."
        ),
    ),
    closings=(
        "Bei weiteren Fragen antworten Sie einfach auf diese Nachricht.",
        "Entschuldigen Sie bitte die Umstände.",
        "",
    ),
    farewell="Mit freundlichen Grüßen",
    team=("Nadia, Kundenservice", "Jan, Kundenservice", "Ihr Kundenservice"),
    topics=_TOPICS,
)
