"""French letters to support, and the sentences that answer them."""

from reviewer_app.connectors.sample.letters import Phrasebook, Topic

_TOPICS = (
    Topic(
        subject="Article abîmé",
        when="livrée le {date}",
        asks=(
            (
                "L'article « {product} » est arrivé le {date} avec une fissure sur tout un côté. "
                "J'aimerais qu'il soit remplacé."
            ),
            (
                "En ouvrant le colis de la commande {order}, j'ai trouvé un morceau cassé. Que "
                "dois-je faire ?"
            ),
        ),
        rule=(
            "Dommage signalé dans les {days} jours : remplacement gratuit après une photo. Rien "
            "n'est remplacé sans photo."
        ),
        answers=(
            (
                "Je suis désolée que l'article « {product} » soit arrivé abîmé. Vous nous avez "
                "écrit dans les {days} jours, nous le remplaçons donc gratuitement."
            ),
            (
                "Cela n'aurait pas dû arriver. Un dommage signalé dans les {days} jours est "
                "remplacé sans frais."
            ),
        ),
        step=(
            "Merci de nous répondre avec une photo du dommage ; le nouvel article part le jour "
            "ouvré suivant."
        ),
        breach="Inutile d'envoyer une photo, et nous vous offrons un deuxième article.",
        days=(7, 14, 21),
        ages=(1, 5),
    ),
    Topic(
        subject="Colis en retard",
        when="expédiée le {date}",
        asks=(
            "Le suivi de mon colis n'a pas bougé depuis le {date}. Pouvez-vous vous renseigner ?",
            "J'attends toujours « {product} » (commande {order}). Quand vais-je le recevoir ?",
        ),
        rule=(
            "Un colis en retard est recherché par le transporteur en {days} jours ouvrés. Demander "
            "d'abord aux voisins. Pas de remboursement pendant la recherche."
        ),
        answers=(
            (
                "Votre colis a quitté notre entrepôt le {date}. Nous avons demandé au transporteur "
                "de le rechercher et revenons vers vous sous {days} jours ouvrés."
            ),
            (
                "L'article « {product} » devrait déjà être chez vous. J'ai ouvert une recherche ; "
                "elle dure {days} jours ouvrés au plus."
            ),
        ),
        step="D'ici là, merci de demander à vos voisins : les colis sont souvent déposés à côté.",
        breach="Je vous ai déjà remboursé la totalité, et vous pourrez garder le colis.",
        days=(3, 5, 7),
        ages=(8, 16),
    ),
    Topic(
        subject="Retour",
        when="livrée le {date}",
        asks=(
            (
                "L'article « {product} » est trop grand pour notre salon. Il n'a pas servi. "
                "Comment le renvoyer ?"
            ),
            "J'ai changé d'avis pour la commande {order}. Que dois-je faire pour la retourner ?",
        ),
        rule=(
            "Les articles non utilisés sont repris pendant {days} jours. Le client imprime "
            "l'étiquette depuis son compte ; le remboursement suit le contrôle."
        ),
        answers=(
            (
                "Vous pouvez renvoyer l'article « {product} » dans les {days} jours suivant la "
                "livraison du {date}, s'il n'a pas servi. Le remboursement suit notre contrôle."
            ),
            (
                "Bien sûr. Nous reprenons les articles non utilisés pendant {days} jours à partir "
                "du {date}, et nous vous remboursons après contrôle."
            ),
        ),
        step=(
            "Merci d'imprimer l'étiquette dans votre compte, sous « Commandes », et de déposer le "
            "colis à la poste."
        ),
        breach="Je vous ai remboursé sans attendre le contrôle, quel que soit son état.",
        days=(14, 30, 60),
        ages=(2, 10),
        shapes=("lamp", "box"),
    ),
)

FRENCH = Phrasebook(
    subject="Objet ",
    handbook="Manuel ",
    paid="payée",
    months=(
        "janvier",
        "février",
        "mars",
        "avril",
        "mai",
        "juin",
        "juillet",
        "août",
        "septembre",
        "octobre",
        "novembre",
        "décembre",
    ),
    day="{day} {month}",
    greetings={"Mme": "Bonjour Madame {name},", "M.": "Bonjour Monsieur {name},"},
    thanks=(
        "Merci pour votre message au sujet de la commande {order} ({amount}).",
        "Merci de nous avoir écrit à propos de votre commande {order} de {amount}.",
        "J'ai sous les yeux votre commande {order} de {amount}.",
    ),
    rude=(
        (
            "Comme vous auriez pu le lire sur notre site, la commande {order} ({amount}) n'a rien "
            "de particulier."
        ),
        (
            "Vous n'êtes pas notre seul client, mais j'ai tout de même regardé la commande {order} "
            "({amount})."
        ),
    ),
    closings=(
        "Pour toute autre question, répondez simplement à ce message.",
        "Veuillez nous excuser pour ce désagrément.",
        "",
    ),
    farewell="Cordialement",
    team=("Nadia, service clients", "Luc, service clients", "Le service clients"),
    topics=_TOPICS,
)
