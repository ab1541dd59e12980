<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>&quot;{text}&quot; is longer than ten years. Give a shorter duration.</source>
        <translation>„{text}“ ist länger als zehn Jahre. Geben Sie eine kürzere Dauer an.</translation>
    </message>
    <message>
        <source>&quot;{text}&quot; is not a duration. Write it as in &quot;30s&quot;, &quot;20m&quot;, &quot;4h&quot;, &quot;1h30m&quot;, &quot;2d&quot; or &quot;1w&quot;.</source>
        <translation>„{text}“ ist keine Dauer. Schreiben Sie sie wie „30s“, „20m“, „4h“, „1h30m“, „2d“ oder „1w“.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln alike: {told} (mostly {error}).</source>
        <comment>items</comment>
        <translation>
            <numerusform>%Ln ähnlicher: {told} (meist {error}).</numerusform>
            <numerusform>%Ln ähnliche: {told} (meist {error}).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln alike: {told}.</source>
        <comment>items</comment>
        <translation>
            <numerusform>%Ln ähnlicher: {told}.</numerusform>
            <numerusform>%Ln ähnliche: {told}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln already known</source>
        <comment>outputs</comment>
        <translation>
            <numerusform>%Ln schon bekannt</numerusform>
            <numerusform>%Ln schon bekannt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln approved</source>
        <comment>items</comment>
        <translation>
            <numerusform>%Ln freigegeben</numerusform>
            <numerusform>%Ln freigegeben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation>
            <numerusform>%Ln Änderung</numerusform>
            <numerusform>%Ln Änderungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s) that cannot be seen</source>
        <translation>
            <numerusform>%Ln unsichtbares Zeichen</numerusform>
            <numerusform>%Ln unsichtbare Zeichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s) to change the reading direction</source>
        <translation>
            <numerusform>%Ln Zeichen, das die Leserichtung ändert</numerusform>
            <numerusform>%Ln Zeichen, die die Leserichtung ändern</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s) without an agreed meaning</source>
        <translation>
            <numerusform>%Ln Zeichen ohne vereinbarte Bedeutung</numerusform>
            <numerusform>%Ln Zeichen ohne vereinbarte Bedeutung</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s)</source>
        <translation>
            <numerusform>%Ln Verbindung</numerusform>
            <numerusform>%Ln Verbindungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln connection(s) to look at</source>
        <translation>
            <numerusform>%Ln Verbindung anzusehen</numerusform>
            <numerusform>%Ln Verbindungen anzusehen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln control character(s)</source>
        <translation>
            <numerusform>%Ln Steuerzeichen</numerusform>
            <numerusform>%Ln Steuerzeichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln corrected</source>
        <comment>items</comment>
        <translation>
            <numerusform>%Ln korrigiert</numerusform>
            <numerusform>%Ln korrigiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln d</source>
        <comment>days</comment>
        <translation>
            <numerusform>%Ln Tag</numerusform>
            <numerusform>%Ln Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln decided</source>
        <comment>items</comment>
        <translation>
            <numerusform>%Ln entschieden</numerusform>
            <numerusform>%Ln entschieden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln decided today</source>
        <comment>items</comment>
        <translation>
            <numerusform>heute %Ln erledigt</numerusform>
            <numerusform>heute %Ln erledigt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln decision(s) not sent</source>
        <translation>
            <numerusform>%Ln Entscheidung nicht gesendet</numerusform>
            <numerusform>%Ln Entscheidungen nicht gesendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln decision(s) not sent since {when}</source>
        <translation>
            <numerusform>%Ln Entscheidung seit {when} nicht gesendet</numerusform>
            <numerusform>%Ln Entscheidungen seit {when} nicht gesendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln decline(s)</source>
        <translation>
            <numerusform>%Ln Mal abgegeben</numerusform>
            <numerusform>%Ln Mal abgegeben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln delivered</source>
        <comment>labels</comment>
        <translation>
            <numerusform>%Ln zugestellt</numerusform>
            <numerusform>%Ln zugestellt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln dispute(s)</source>
        <translation>
            <numerusform>%Ln Streitfall</numerusform>
            <numerusform>%Ln Streitfälle</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln error(s)</source>
        <translation>
            <numerusform>%Ln Fehler</numerusform>
            <numerusform>%Ln Fehler</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln escalated</source>
        <comment>items</comment>
        <translation>
            <numerusform>%Ln weitergeleitet</numerusform>
            <numerusform>%Ln weitergeleitet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln failed</source>
        <comment>labels</comment>
        <translation>
            <numerusform>%Ln gescheitert</numerusform>
            <numerusform>%Ln gescheitert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln flagged</source>
        <comment>outputs</comment>
        <translation>
            <numerusform>%Ln auffällig</numerusform>
            <numerusform>%Ln auffällig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln in conflict</source>
        <comment>labels</comment>
        <translation>
            <numerusform>%Ln im Widerspruch</numerusform>
            <numerusform>%Ln im Widerspruch</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s)</source>
        <translation>
            <numerusform>%Ln Eintrag</numerusform>
            <numerusform>%Ln Einträge</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s) are taken along.</source>
        <translation>
            <numerusform>%Ln Eintrag ist mitgenommen.</numerusform>
            <numerusform>%Ln Einträge sind mitgenommen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s) are yours alone until {until}.</source>
        <translation>
            <numerusform>%Ln Eintrag gehört bis {until} Ihnen allein.</numerusform>
            <numerusform>%Ln Einträge gehören bis {until} Ihnen allein.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s) due within {span}</source>
        <translation>
            <numerusform>%Ln Eintrag in {span} fällig</numerusform>
            <numerusform>%Ln Einträge in {span} fällig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s) given to you</source>
        <translation>
            <numerusform>%Ln Eintrag Ihnen zugeteilt</numerusform>
            <numerusform>%Ln Einträge Ihnen zugeteilt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s) late since you last looked</source>
        <translation>
            <numerusform>%Ln Eintrag seit Ihrem letzten Blick überfällig</numerusform>
            <numerusform>%Ln Einträge seit Ihrem letzten Blick überfällig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s) nobody who is there may take.</source>
        <translation>
            <numerusform>%Ln Eintrag darf niemand nehmen, der da ist.</numerusform>
            <numerusform>%Ln Einträge darf niemand nehmen, der da ist.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s) selected</source>
        <translation>
            <numerusform>%Ln Eintrag ausgewählt</numerusform>
            <numerusform>%Ln Einträge ausgewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s) were given back.</source>
        <translation>
            <numerusform>%Ln Eintrag wurde zurückgegeben.</numerusform>
            <numerusform>%Ln Einträge wurden zurückgegeben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln item(s) would be with nobody, for anybody of their pool to take.</source>
        <translation>
            <numerusform>%Ln Eintrag wäre bei niemandem, und jede Person seines Pools könnte ihn nehmen.</numerusform>
            <numerusform>%Ln Einträge wären bei niemandem, und jede Person ihres Pools könnte sie nehmen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln items were left as they were</source>
        <translation>
            <numerusform>%Ln Eintrag blieb, wie er war</numerusform>
            <numerusform>%Ln Einträge blieben, wie sie waren</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln judgement(s)</source>
        <translation>
            <numerusform>%Ln Beurteilung</numerusform>
            <numerusform>%Ln Beurteilungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s) are in line again.</source>
        <translation>
            <numerusform>%Ln Label ist wieder an der Reihe.</numerusform>
            <numerusform>%Ln Labels sind wieder an der Reihe.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s) from them</source>
        <translation>
            <numerusform>daraus %Ln Label</numerusform>
            <numerusform>daraus %Ln Labels</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s) that wait will not be sent.</source>
        <translation>
            <numerusform>%Ln wartendes Label wird nicht gesendet.</numerusform>
            <numerusform>%Ln wartende Labels werden nicht gesendet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <comment>reasons</comment>
        <translation>
            <numerusform>%Ln weiterer</numerusform>
            <numerusform>%Ln weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more item(s) under the same rules: {rules}</source>
        <translation>
            <numerusform>%Ln weiterer Eintrag unter denselben Regeln: {rules}</numerusform>
            <numerusform>%Ln weitere Einträge unter denselben Regeln: {rules}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more item(s) with nearly the same output</source>
        <translation>
            <numerusform>%Ln weiterer Eintrag mit fast gleicher Ausgabe</numerusform>
            <numerusform>%Ln weitere Einträge mit fast gleicher Ausgabe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more message(s) are in the source.</source>
        <translation>
            <numerusform>%Ln weitere Nachricht steht im Quelltext.</numerusform>
            <numerusform>%Ln weitere Nachrichten stehen im Quelltext.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more option(s)</source>
        <translation>
            <numerusform>%Ln weitere Option</numerusform>
            <numerusform>%Ln weitere Optionen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more workflow(s)</source>
        <translation>
            <numerusform>%Ln weiterer Workflow</numerusform>
            <numerusform>%Ln weitere Workflows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new</source>
        <comment>outputs</comment>
        <translation>
            <numerusform>%Ln neu</numerusform>
            <numerusform>%Ln neu</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new item(s)</source>
        <translation>
            <numerusform>%Ln neue Ausgabe</numerusform>
            <numerusform>%Ln neue Ausgaben</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new output(s) from {name}</source>
        <translation>
            <numerusform>%Ln neue Ausgabe aus {name}</numerusform>
            <numerusform>%Ln neue Ausgaben aus {name}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new since you started</source>
        <comment>items</comment>
        <translation>
            <numerusform>%Ln neu seit dem Beginn</numerusform>
            <numerusform>%Ln neu seit dem Beginn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new.</source>
        <comment>answers</comment>
        <translation>
            <numerusform>%Ln neue.</numerusform>
            <numerusform>%Ln neue.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln of what you did stays on this machine alone. Nothing else is held up by it; ask a lead where a reason is not clear.</source>
        <comment>acts</comment>
        <translation>
            <numerusform>%Ln Ihrer Handlungen bleibt allein auf diesem Rechner. Sonst wird davon nichts aufgehalten; fragen Sie eine Leitung, wo ein Grund unklar ist.</numerusform>
            <numerusform>%Ln Ihrer Handlungen bleiben allein auf diesem Rechner. Sonst wird davon nichts aufgehalten; fragen Sie eine Leitung, wo ein Grund unklar ist.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln past due, the first {when}</source>
        <comment>items</comment>
        <translation>
            <numerusform>%Ln zu spät, der erste {when}</numerusform>
            <numerusform>%Ln zu spät, der erste {when}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln quoted line(s)</source>
        <translation>
            <numerusform>%Ln zitierte Zeile</numerusform>
            <numerusform>%Ln zitierte Zeilen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln received</source>
        <comment>facts</comment>
        <translation>
            <numerusform>%Ln empfangen</numerusform>
            <numerusform>%Ln empfangen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln record(s) refused, and not in the queue.</source>
        <translation>
            <numerusform>%Ln Datensatz abgewiesen und nicht in der Warteschlange.</numerusform>
            <numerusform>%Ln Datensätze abgewiesen und nicht in der Warteschlange.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records were not taken in. {where}. `reviewer-app pull --refused` lists them all.</source>
        <translation>
            <numerusform>%Ln Datensatz wurde nicht aufgenommen. {where}. `reviewer-app pull --refused` führt alle auf.</numerusform>
            <numerusform>%Ln Datensätze wurden nicht aufgenommen. {where}. `reviewer-app pull --refused` führt alle auf.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln refused</source>
        <comment>outputs</comment>
        <translation>
            <numerusform>%Ln abgewiesen</numerusform>
            <numerusform>%Ln abgewiesen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rejected</source>
        <comment>items</comment>
        <translation>
            <numerusform>%Ln abgelehnt</numerusform>
            <numerusform>%Ln abgelehnt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln released</source>
        <comment>outputs</comment>
        <translation>
            <numerusform>%Ln ausgeliefert</numerusform>
            <numerusform>%Ln ausgeliefert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln revised</source>
        <comment>outputs</comment>
        <translation>
            <numerusform>%Ln überarbeitet</numerusform>
            <numerusform>%Ln überarbeitet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln sent</source>
        <comment>facts</comment>
        <translation>
            <numerusform>%Ln gesendet</numerusform>
            <numerusform>%Ln gesendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s)</source>
        <translation>
            <numerusform>%Ln Schritt</numerusform>
            <numerusform>%Ln Schritte</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to look at</source>
        <comment>connections</comment>
        <translation>
            <numerusform>%Ln anzusehen</numerusform>
            <numerusform>%Ln anzusehen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to review</source>
        <comment>outputs</comment>
        <translation>
            <numerusform>%Ln zu prüfen</numerusform>
            <numerusform>%Ln zu prüfen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln try(s) so far, again in {span}</source>
        <translation>
            <numerusform>%Ln Versuch bisher, wieder in {span}</numerusform>
            <numerusform>%Ln Versuche bisher, wieder in {span}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln wait to be sent</source>
        <translation>
            <numerusform>%Ln noch nicht gesendet</numerusform>
            <numerusform>%Ln noch nicht gesendet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln waiting</source>
        <comment>labels</comment>
        <translation>
            <numerusform>%Ln wartet</numerusform>
            <numerusform>%Ln warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were wrong</source>
        <comment>of the similar outputs</comment>
        <translation>
            <numerusform>%Ln war falsch</numerusform>
            <numerusform>%Ln waren falsch</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s) with look-alike letters ({words})</source>
        <translation>
            <numerusform>%Ln Wort mit täuschend ähnlichen Buchstaben ({words})</numerusform>
            <numerusform>%Ln Wörter mit täuschend ähnlichen Buchstaben ({words})</numerusform>
        </translation>
    </message>
    <message>
        <source>(The keyring of this machine has no password for the hub: unlock it.)</source>
        <translation>(Der Schlüsselbund dieses Rechners hat kein Passwort für den Hub: Entsperren Sie ihn.)</translation>
    </message>
    <message>
        <source>(an empty output)</source>
        <translation>(eine leere Ausgabe)</translation>
    </message>
    <message>
        <source>(erased)</source>
        <translation>(gelöscht)</translation>
    </message>
    <message>
        <source>(not on this machine)</source>
        <translation>(nicht auf diesem Rechner)</translation>
    </message>
    <message>
        <source>(“{name}”) {reason}</source>
        <translation>(„{name}“) {reason}</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 Tag</translation>
    </message>
    <message>
        <source>1 day before</source>
        <translation>1 Tag vorher</translation>
    </message>
    <message>
        <source>1 hour before</source>
        <translation>1 Stunde vorher</translation>
    </message>
    <message>
        <source>1 in {odds}</source>
        <translation>1 von {odds}</translation>
    </message>
    <message>
        <source>1 item was left as it was</source>
        <translation>1 Eintrag blieb, wie er war</translation>
    </message>
    <message>
        <source>1 record was not taken in. {where}.</source>
        <translation>1 Datensatz wurde nicht aufgenommen. {where}.</translation>
    </message>
    <message>
        <source>1 was wrong</source>
        <translation>1 war falsch</translation>
    </message>
    <message>
        <source>1 week</source>
        <translation>1 Woche</translation>
    </message>
    <message>
        <source>10 min before</source>
        <translation>10 Min. vorher</translation>
    </message>
    <message>
        <source>3 days</source>
        <translation>3 Tage</translation>
    </message>
    <message>
        <source>30 days</source>
        <translation>30 Tage</translation>
    </message>
    <message>
        <source>30 min before</source>
        <translation>30 Min. vorher</translation>
    </message>
    <message>
        <source>4 hours</source>
        <translation>4 Stunden</translation>
    </message>
    <message>
        <source>4 hours before</source>
        <translation>4 Stunden vorher</translation>
    </message>
    <message>
        <source>A correction needs the corrected output. Give it with --output-file.</source>
        <translation>Eine Korrektur braucht die korrigierte Ausgabe. Geben Sie sie mit --output-file an.</translation>
    </message>
    <message>
        <source>A database</source>
        <translation>Eine Datenbank</translation>
    </message>
    <message>
        <source>A feed has no format “{format}”. Use {known}.</source>
        <translation>Ein Feed hat kein Format „{format}“. Verwenden Sie {known}.</translation>
    </message>
    <message>
        <source>A field is not as the step wants it. Save again to keep it so.</source>
        <translation>Ein Feld ist nicht so, wie der Schritt es verlangt. Nochmals speichern, um es so zu lassen.</translation>
    </message>
    <message>
        <source>A file</source>
        <translation>Eine Datei</translation>
    </message>
    <message>
        <source>A folder</source>
        <translation>Ein Ordner</translation>
    </message>
    <message>
        <source>A folder, MLflow, Phoenix, Langfuse, LangSmith, LangGraph, Label Studio, a database, any HTTP feed. Judgements go back there.</source>
        <translation>Ein Ordner, MLflow, Phoenix, Langfuse, LangSmith, LangGraph, Label Studio, eine Datenbank, jeder HTTP-Feed. Urteile gehen dorthin zurück.</translation>
    </message>
    <message>
        <source>A known item: you were right</source>
        <translation>Bekannter Eintrag: Sie lagen richtig</translation>
    </message>
    <message>
        <source>A known item: you were wrong</source>
        <translation>Bekannter Eintrag: Sie lagen falsch</translation>
    </message>
    <message>
        <source>A long output: its beginning is shown.</source>
        <translation>Eine lange Ausgabe: Gezeigt wird ihr Anfang.</translation>
    </message>
    <message>
        <source>A name for what is listed</source>
        <translation>Ein Name für das Gelistete</translation>
    </message>
    <message>
        <source>A name has 1 to 80 characters and no “/”.</source>
        <translation>Ein Name hat 1 bis 80 Zeichen und kein „/“.</translation>
    </message>
    <message>
        <source>A new version had come when you decided; yours stays with the old one</source>
        <translation>Als Sie entschieden, gab es schon eine neue Fassung; Ihre Entscheidung bleibt bei der alten</translation>
    </message>
    <message>
        <source>A number of minutes, up to a month.</source>
        <translation>Eine Zahl von Minuten, bis zu einem Monat.</translation>
    </message>
    <message>
        <source>A paused connection has no turns; its labels wait</source>
        <translation>Eine angehaltene Verbindung kommt nicht an die Reihe; ihre Labels warten</translation>
    </message>
    <message>
        <source>A platform, a database, a file or an address</source>
        <translation>Eine Plattform, eine Datenbank, eine Datei oder eine Adresse</translation>
    </message>
    <message>
        <source>A screen back</source>
        <translation>Eine Bildschirmseite zurück</translation>
    </message>
    <message>
        <source>A screen further</source>
        <translation>Eine Bildschirmseite weiter</translation>
    </message>
    <message>
        <source>A small business with four workflows, a few hundred agent outputs and known mistakes. Two minutes by keyboard.</source>
        <translation>Ein kleines Unternehmen mit vier Workflows, einigen hundert Ausgaben von Agenten und bekannten Fehlern. Zwei Minuten mit der Tastatur.</translation>
    </message>
    <message>
        <source>A test reads up to three real records and keeps nothing of them.</source>
        <translation>Ein Test liest bis zu drei echte Datensätze und behält nichts davon.</translation>
    </message>
    <message>
        <source>A webhook</source>
        <translation>Ein Webhook</translation>
    </message>
    <message>
        <source>A whole number, or nothing.</source>
        <translation>Eine ganze Zahl oder nichts.</translation>
    </message>
    <message>
        <source>A {kind} connection has no option “{option}”. Its options are {known}.</source>
        <translation>Eine Verbindung der Art {kind} hat keine Option „{option}“. Ihre Optionen sind {known}.</translation>
    </message>
    <message>
        <source>A {kind} connection needs the option “{option}”: {about}.</source>
        <translation>Eine Verbindung der Art {kind} braucht die Option „{option}“: {about}.</translation>
    </message>
    <message>
        <source>A {kind} source takes no labels, so none can be sent back there.</source>
        <translation>Eine Quelle der Art {kind} nimmt keine Labels, also können keine dorthin zurückgehen.</translation>
    </message>
    <message>
        <source>AGENT WAITS</source>
        <translation>AGENT WARTET</translation>
    </message>
    <message>
        <source>AUDIT SAMPLE</source>
        <translation>STICHPROBE</translation>
    </message>
    <message>
        <source>About Reviewer</source>
        <translation>Über Reviewer</translation>
    </message>
    <message>
        <source>Add a row</source>
        <translation>Neue Zeile</translation>
    </message>
    <message>
        <source>Add a single file as a file source.</source>
        <translation>Fügen Sie eine einzelne Datei als Dateiquelle hinzu.</translation>
    </message>
    <message>
        <source>Add another</source>
        <translation>Weiteres hinzufügen</translation>
    </message>
    <message>
        <source>Add it</source>
        <translation>Hinzufügen</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>Adresse</translation>
    </message>
    <message>
        <source>Adds a decision to what was decided before</source>
        <translation>Fügt dem Bisherigen eine Entscheidung hinzu</translation>
    </message>
    <message>
        <source>Agent outputs ({endings});;All files (*)</source>
        <translation>Ausgaben von Agenten ({endings});;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>All changes</source>
        <translation>Alle Änderungen</translation>
    </message>
    <message>
        <source>All decisions saved</source>
        <translation>Alle Entscheidungen gespeichert</translation>
    </message>
    <message>
        <source>All files of a folder, also those that come later.</source>
        <translation>Alle Dateien eines Ordners, auch spätere.</translation>
    </message>
    <message>
        <source>All of a label, CSV for spreadsheets</source>
        <translation>Alles eines Labels, CSV für Tabellenkalkulationen</translation>
    </message>
    <message>
        <source>All of a label, JSON Lines</source>
        <translation>Alles eines Labels, JSON Lines</translation>
    </message>
    <message>
        <source>All of a label, Parquet</source>
        <translation>Alles eines Labels, Parquet</translation>
    </message>
    <message>
        <source>All that the list has</source>
        <translation>Alles, was die Liste hat</translation>
    </message>
    <message>
        <source>Alt with a letter opens a menu; hold Ctrl or Shift too.</source>
        <translation>Alt mit einem Buchstaben öffnet ein Menü; halten Sie auch Strg oder Umschalt.</translation>
    </message>
    <message>
        <source>An address that gives JSON</source>
        <translation>Eine Adresse, die JSON liefert</translation>
    </message>
    <message>
        <source>An agent has stopped here and goes on with your verdict. It takes: {verdicts}.</source>
        <translation>Ein Agent hat hier angehalten und macht mit Ihrem Urteil weiter. Er nimmt an: {verdicts}.</translation>
    </message>
    <message>
        <source>An agent has stopped here. It takes no verdict: escalate, or decline.</source>
        <translation>Ein Agent hat hier angehalten. Er nimmt kein Urteil an: Eskalieren Sie, oder geben Sie ab.</translation>
    </message>
    <message>
        <source>An id of this record cannot be part of an address, so nothing was sent: it is empty, or has a slash, dots alone or a character that is not shown. No platform makes such ids; look where the record comes from.</source>
        <translation>Eine Kennung dieses Datensatzes kann nicht Teil einer Adresse sein, also wurde nichts gesendet: sie ist leer, hat einen Schrägstrich, nur Punkte oder ein Zeichen, das nicht gezeigt wird. Keine Plattform vergibt solche Kennungen; sehen Sie nach, woher der Datensatz kommt.</translation>
    </message>
    <message>
        <source>Another device</source>
        <translation>Weiteres Gerät</translation>
    </message>
    <message>
        <source>Another name for this view</source>
        <translation>Ein anderer Name für diese Ansicht</translation>
    </message>
    <message>
        <source>Another program or machine sends labels there just now.</source>
        <translation>Ein anderes Programm oder ein anderer Rechner sendet gerade Labels dorthin.</translation>
    </message>
    <message>
        <source>Answer this before approving.</source>
        <translation>Beantworten Sie dies, bevor Sie freigeben.</translation>
    </message>
    <message>
        <source>Answer this before rejecting.</source>
        <translation>Beantworten Sie dies, bevor Sie ablehnen.</translation>
    </message>
    <message>
        <source>Answer this before saving the correction.</source>
        <translation>Beantworten Sie dies, bevor Sie die Korrektur speichern.</translation>
    </message>
    <message>
        <source>Answer this first.</source>
        <translation>Beantworten Sie dies zuerst.</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Beliebig</translation>
    </message>
    <message>
        <source>Any service that lists outputs as JSON, page by page.</source>
        <translation>Jeder Dienst, der Ausgaben als JSON auflistet, Seite für Seite.</translation>
    </message>
    <message>
        <source>Anyone</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>Approved together: {count:,}</source>
        <translation>Gemeinsam freigegeben: {count:,}</translation>
    </message>
    <message>
        <source>Approved {id}</source>
        <translation>{id} freigegeben</translation>
    </message>
    <message>
        <source>Approved {item}</source>
        <translation>{item} freigegeben</translation>
    </message>
    <message>
        <source>Approving together</source>
        <translation>Gemeinsam freigeben</translation>
    </message>
    <message>
        <source>As the card says it</source>
        <translation>So, wie die Karte es sagt</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>As the view has it</source>
        <translation>Wie in der Ansicht</translation>
    </message>
    <message>
        <source>Ask its owner for permission to read it.</source>
        <translation>Bitten Sie den Eigentümer um Leserechte.</translation>
    </message>
    <message>
        <source>Assignment</source>
        <translation>Zuweisung</translation>
    </message>
    <message>
        <source>At most</source>
        <translation>Höchstens</translation>
    </message>
    <message numerus="yes">
        <source>At {pace} %Ln item(s) of it get past due, the first {when}.</source>
        <translation>
            <numerusform>Bei {pace} wird davon %Ln Eintrag zu spät, der erste {when}.</numerusform>
            <numerusform>Bei {pace} werden davon %Ln Einträge zu spät, der erste {when}.</numerusform>
        </translation>
    </message>
    <message>
        <source>At {pace} nothing of it gets past due.</source>
        <translation>Bei {pace} wird nichts davon zu spät.</translation>
    </message>
    <message>
        <source>Attachment {name}</source>
        <translation>Anhang {name}</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Abwesend</translation>
    </message>
    <message>
        <source>Away…</source>
        <translation>Abwesend …</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Rücktaste</translation>
    </message>
    <message>
        <source>Balance</source>
        <translation>Ausgleichen</translation>
    </message>
    <message>
        <source>Both judged the same output without seeing each other.</source>
        <translation>Beide haben dieselbe Ausgabe beurteilt, ohne voneinander zu wissen.</translation>
    </message>
    <message>
        <source>Bring what I decided into the team</source>
        <translation>Was ich entschieden habe, ins Team mitbringen</translation>
    </message>
    <message>
        <source>Bringing in and taking out</source>
        <translation>Ein- und Ausgang</translation>
    </message>
    <message>
        <source>By a search, as in a list</source>
        <translation>Durch eine Suche, wie in einer Liste</translation>
    </message>
    <message>
        <source>By the beginning of its id</source>
        <translation>Über den Anfang seiner ID</translation>
    </message>
    <message>
        <source>CRITICAL RISK</source>
        <translation>KRITISCHES RISIKO</translation>
    </message>
    <message>
        <source>Came with a judgement that was made elsewhere</source>
        <translation>Kam mit einer anderswo getroffenen Beurteilung</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Change keys</source>
        <translation>Tasten ändern</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>Passwort wechseln</translation>
    </message>
    <message>
        <source>Change {name}</source>
        <translation>{name} ändern</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>Änderungen</translation>
    </message>
    <message>
        <source>Changes nothing</source>
        <translation>Ändert nichts</translation>
    </message>
    <message>
        <source>Changes side by side</source>
        <translation>Änderungen nebeneinander</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Ändern…</translation>
    </message>
    <message>
        <source>Check the address and its parameters.</source>
        <translation>Prüfen Sie die Adresse und ihre Parameter.</translation>
    </message>
    <message>
        <source>Check the path and pull again.</source>
        <translation>Prüfen Sie den Pfad und rufen Sie erneut ab.</translation>
    </message>
    <message>
        <source>Check the path and the disk it is on.</source>
        <translation>Prüfen Sie den Pfad und den Datenträger.</translation>
    </message>
    <message>
        <source>Check the path and your permissions.</source>
        <translation>Prüfen Sie den Pfad und Ihre Rechte.</translation>
    </message>
    <message>
        <source>Choices</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>Choose a source</source>
        <translation>Quelle wählen</translation>
    </message>
    <message>
        <source>Choose an item from the queue.</source>
        <translation>Wählen Sie einen Eintrag der Warteschlange.</translation>
    </message>
    <message>
        <source>Choose what was wrong before rejecting.</source>
        <translation>Wählen Sie, was falsch war, bevor Sie ablehnen.</translation>
    </message>
    <message>
        <source>Choose what was wrong before saving the correction.</source>
        <translation>Wählen Sie, was falsch war, bevor Sie die Korrektur speichern.</translation>
    </message>
    <message>
        <source>Choose what was wrong first.</source>
        <translation>Wählen Sie zuerst, was falsch war.</translation>
    </message>
    <message>
        <source>Choose where {field} is found</source>
        <translation>Wählen, wo {field} steht</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Aufheben</translation>
    </message>
    <message>
        <source>Clear the search and the filters to see the rest.</source>
        <translation>Heben Sie Suche und Filter auf, um den Rest zu sehen.</translation>
    </message>
    <message>
        <source>Clock of this machine</source>
        <translation>Uhr dieses Rechners</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Comfortable</source>
        <translation>Bequem</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>Kommentieren</translation>
    </message>
    <message>
        <source>Comment for the label, optional</source>
        <translation>Kommentar zum Label, freiwillig</translation>
    </message>
    <message>
        <source>Compact</source>
        <translation>Kompakt</translation>
    </message>
    <message>
        <source>Compact shows more rows of the queue and leaves more room to the output.</source>
        <translation>Kompakt zeigt mehr Zeilen der Warteschlange und lässt der Ausgabe mehr Platz.</translation>
    </message>
    <message>
        <source>Comparing with what was decided before…</source>
        <translation>Vergleich mit bisher Entschiedenem …</translation>
    </message>
    <message>
        <source>Connect</source>
        <translation>Verbinden</translation>
    </message>
    <message>
        <source>Connect a platform, a database, a file or an address. Its outputs then come in by themselves, and what people conclude goes back to where it came from.</source>
        <translation>Verbinden Sie eine Plattform, eine Datenbank, eine Datei oder eine Adresse. Deren Ausgaben kommen dann von selbst herein, und was Menschen befinden, geht dorthin zurück, woher sie kamen.</translation>
    </message>
    <message>
        <source>Connect a source</source>
        <translation>Eine Quelle verbinden</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>Connect…</source>
        <translation>Verbinden…</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copy its content into a file.</source>
        <translation>Kopieren Sie den Inhalt in eine Datei.</translation>
    </message>
    <message>
        <source>Copy to</source>
        <translation>Kopie an</translation>
    </message>
    <message>
        <source>Correct</source>
        <translation>Korrigieren</translation>
    </message>
    <message>
        <source>Corrected {id}</source>
        <translation>{id} korrigiert</translation>
    </message>
    <message>
        <source>Corrected {item}</source>
        <translation>{item} korrigiert</translation>
    </message>
    <message>
        <source>Counts and workflows alone are shown, never what an agent produced.</source>
        <translation>Gezeigt werden nur Anzahlen und Workflows, nie die Ausgabe eines Agenten.</translation>
    </message>
    <message>
        <source>Covered until you decide</source>
        <translation>Bis zu Ihrer Entscheidung verdeckt</translation>
    </message>
    <message>
        <source>Covered until you decide: this step is judged blind</source>
        <translation>Bis zu Ihrer Entscheidung verdeckt: Dieser Schritt wird blind geprüft</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Strg</translation>
    </message>
    <message>
        <source>Ctrl C, X and V copy, cut and paste text; they cannot be given to an action.</source>
        <translation>Strg C, X und V kopieren, schneiden aus und fügen ein; sie können keiner Aktion gegeben werden.</translation>
    </message>
    <message>
        <source>Ctrl Del</source>
        <translation>Strg Entf</translation>
    </message>
    <message>
        <source>DECIDED</source>
        <translation>ENTSCHIEDEN</translation>
    </message>
    <message>
        <source>DISPUTED</source>
        <translation>STRITTIG</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Date</source>
        <translation>Datum</translation>
    </message>
    <message>
        <source>Decide again</source>
        <translation>Neu entscheiden</translation>
    </message>
    <message>
        <source>Decide again: what you decide now is added to what was decided before.</source>
        <translation>Neu entscheiden: Was Sie jetzt entscheiden, kommt zum Bisherigen hinzu.</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>Decided items that are like this one will stand here.</source>
        <translation>Hier werden entschiedene Einträge stehen, die diesem ähneln.</translation>
    </message>
    <message>
        <source>Decided so far</source>
        <translation>Bisher entschieden</translation>
    </message>
    <message>
        <source>Decides as {person} did</source>
        <translation>Entscheidet wie {person}</translation>
    </message>
    <message>
        <source>Decides nothing</source>
        <translation>Entscheidet nichts</translation>
    </message>
    <message>
        <source>Decides on what their pools hold.</source>
        <translation>Entscheidet, was in den eigenen Pools liegt.</translation>
    </message>
    <message>
        <source>Deciding</source>
        <translation>Entscheiden</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
    <message>
        <source>Decisions</source>
        <translation>Entscheidungen</translation>
    </message>
    <message>
        <source>Decisions an hour at the desk, over the last two weeks</source>
        <translation>Entscheidungen je Stunde am Arbeitsplatz in den letzten zwei Wochen</translation>
    </message>
    <message>
        <source>Decisions keep who made them, also when the name changes.</source>
        <translation>Entscheidungen behalten, wer sie getroffen hat, auch wenn der Name sich ändert.</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Abgeben</translation>
    </message>
    <message>
        <source>Decline because</source>
        <translation>Abgeben, weil</translation>
    </message>
    <message>
        <source>Declined together: {count:,}</source>
        <translation>Gemeinsam abgegeben: {count:,}</translation>
    </message>
    <message>
        <source>Declined {id}</source>
        <translation>{id} abgegeben</translation>
    </message>
    <message>
        <source>Declined {item}</source>
        <translation>{item} abgegeben</translation>
    </message>
    <message>
        <source>Declining together</source>
        <translation>Gemeinsam abgeben</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Entf</translation>
    </message>
    <message>
        <source>Delivered</source>
        <comment>labels</comment>
        <translation>Zugestellt</translation>
    </message>
    <message>
        <source>Density</source>
        <translation>Dichte</translation>
    </message>
    <message>
        <source>Difference between the two corrections</source>
        <translation>Unterschied zwischen den beiden Korrekturen</translation>
    </message>
    <message>
        <source>Disputed</source>
        <translation>Strittig</translation>
    </message>
    <message>
        <source>Disputed: {place}, {item}</source>
        <translation>Strittig: {place}, {item}</translation>
    </message>
    <message>
        <source>Drawn at random, {odds}, to measure what the rules miss</source>
        <translation>Zufällig gezogen, {odds}, um zu messen, was den Regeln entgeht</translation>
    </message>
    <message>
        <source>Draws another one for this machine and keeps it in the keyring; nobody types it</source>
        <translation>Zieht ein anderes für diesen Rechner und legt es in den Schlüsselbund; niemand tippt es</translation>
    </message>
    <message>
        <source>Drop the changes</source>
        <translation>Änderungen verwerfen</translation>
    </message>
    <message>
        <source>Due soon</source>
        <translation>Bald fällig</translation>
    </message>
    <message>
        <source>ESCALATED</source>
        <translation>WEITERGELEITET</translation>
    </message>
    <message>
        <source>Each label goes to an address of yours as it is decided.</source>
        <translation>Jedes Label geht an eine Adresse von Ihnen, sobald entschieden ist.</translation>
    </message>
    <message>
        <source>Earlier decisions too</source>
        <translation>Frühere Entscheidungen auch</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>Empty where the connector finds it itself. A place is JMESPath: answer.text</source>
        <translation>Leer, wo der Konnektor es selbst findet. Eine Stelle ist JMESPath: answer.text</translation>
    </message>
    <message>
        <source>Empty where the record itself names it so. A place is a path: answer.text</source>
        <translation>Leer, wo der Datensatz selbst es so nennt. Eine Stelle ist ein Pfad: answer.text</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Enrolment text</source>
        <translation>Beitrittstext</translation>
    </message>
    <message>
        <source>Enter changes role and pools</source>
        <translation>Enter ändert Rolle und Pools</translation>
    </message>
    <message>
        <source>Enter folds them</source>
        <translation>Enter klappt sie zu</translation>
    </message>
    <message>
        <source>Enter lists what somebody has</source>
        <translation>Enter listet, was jemand hat</translation>
    </message>
    <message>
        <source>Enter opens the item</source>
        <translation>Enter öffnet den Eintrag</translation>
    </message>
    <message>
        <source>Enter presses the control that has the keyboard; hold Ctrl or Alt with it.</source>
        <translation>Die Eingabetaste betätigt das Element im Fokus; halten Sie Strg oder Alt dazu.</translation>
    </message>
    <message>
        <source>Enter shows them</source>
        <translation>Enter zeigt sie</translation>
    </message>
    <message>
        <source>Entry {n} of this device&apos;s journal does not hold: {reason}. It was not signed and not sent. Look with `reviewer-app verify`, and restore a backup from before.</source>
        <translation>Eintrag {n} im Journal dieses Geräts hält der Prüfung nicht stand: {reason}. Er wurde weder unterschrieben noch gesendet. Sehen Sie mit `reviewer-app verify` nach, und stellen Sie eine frühere Sicherung wieder her.</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Esc goes back to the list; what you typed is kept.</source>
        <translation>Esc führt zur Liste zurück; was Sie getippt haben, bleibt.</translation>
    </message>
    <message>
        <source>Esc leaves the field, then the mode; it cannot be given to anything else.</source>
        <translation>Esc verlässt das Feld, dann den Modus; die Taste kann nichts anderem gegeben werden.</translation>
    </message>
    <message>
        <source>Escalate</source>
        <translation>Weiterleiten</translation>
    </message>
    <message>
        <source>Escalate to</source>
        <translation>Weiterleiten an</translation>
    </message>
    <message>
        <source>Escalated to me</source>
        <translation>Mir weitergeleitet</translation>
    </message>
    <message>
        <source>Escalated together: {count:,}</source>
        <translation>Gemeinsam weitergeleitet: {count:,}</translation>
    </message>
    <message>
        <source>Escalated {id}</source>
        <translation>{id} weitergeleitet</translation>
    </message>
    <message>
        <source>Escalated {item}</source>
        <translation>{item} weitergeleitet</translation>
    </message>
    <message>
        <source>Escalated: {place}, {item}</source>
        <translation>Weitergeleitet: {place}, {item}</translation>
    </message>
    <message>
        <source>Escalating together</source>
        <translation>Gemeinsam weiterleiten</translation>
    </message>
    <message>
        <source>Escalation</source>
        <translation>Weiterleitung</translation>
    </message>
    <message>
        <source>Every action can have another key. Esc, Tab and Enter keep their meaning.</source>
        <translation>Jede Aktion kann eine andere Taste haben. Esc, Tab und Enter behalten ihre Bedeutung.</translation>
    </message>
    <message>
        <source>Every action gets back the key that it came with</source>
        <translation>Jede Aktion erhält ihre ursprüngliche Taste zurück</translation>
    </message>
    <message>
        <source>Every action, view and workflow</source>
        <translation>Jede Aktion, jede Ansicht, jeder Workflow</translation>
    </message>
    <message>
        <source>Every key</source>
        <translation>Alle Tasten</translation>
    </message>
    <message>
        <source>Every key, to be searched</source>
        <translation>Alle Tasten, mit Suche</translation>
    </message>
    <message>
        <source>Every output of this step is decided by a person</source>
        <translation>Über jede Ausgabe dieses Schritts entscheidet ein Mensch</translation>
    </message>
    <message>
        <source>Everything decided is already saved</source>
        <translation>Alles Entschiedene ist schon gespeichert</translation>
    </message>
    <message>
        <source>Everything stays on this machine until you connect it to something.</source>
        <translation>Alles bleibt auf diesem Rechner, bis Sie ihn mit etwas verbinden.</translation>
    </message>
    <message>
        <source>Exchange now</source>
        <translation>Jetzt austauschen</translation>
    </message>
    <message>
        <source>Exchange with the team hub</source>
        <translation>Mit dem Team-Hub austauschen</translation>
    </message>
    <message>
        <source>Exchanged with the team hub: {words}.</source>
        <translation>Mit dem Team-Hub ausgetauscht: {words}.</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experiment</translation>
    </message>
    <message>
        <source>Export labels</source>
        <translation>Labels exportieren</translation>
    </message>
    <message>
        <source>Export labels…</source>
        <translation>Labels exportieren …</translation>
    </message>
    <message>
        <source>F2 renames it, Delete removes it</source>
        <translation>F2 benennt sie um, Entf entfernt sie</translation>
    </message>
    <message>
        <source>Failed</source>
        <comment>labels</comment>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Fetch it again from where it came from.</source>
        <translation>Holen Sie sie erneut von ihrer Herkunft.</translation>
    </message>
    <message>
        <source>Fetch it again from where it came from; a Parquet file is not gzipped.</source>
        <translation>Holen Sie sie erneut von ihrer Herkunft; eine Parquet-Datei ist nicht mit gzip gepackt.</translation>
    </message>
    <message>
        <source>Fewer options</source>
        <translation>Weniger Optionen</translation>
    </message>
    <message>
        <source>Field</source>
        <translation>Feld</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Find a person</source>
        <translation>Person suchen</translation>
    </message>
    <message>
        <source>Find an action</source>
        <translation>Aktion suchen</translation>
    </message>
    <message>
        <source>Find an action, a view, a workflow …</source>
        <translation>Aktion, Ansicht oder Workflow suchen …</translation>
    </message>
    <message>
        <source>Find an action…</source>
        <translation>Aktion suchen …</translation>
    </message>
    <message>
        <source>Finding items</source>
        <translation>Einträge finden</translation>
    </message>
    <message>
        <source>Finding your way</source>
        <translation>Sich zurechtfinden</translation>
    </message>
    <message>
        <source>Fine-tuning: input and right answer</source>
        <translation>Feintuning: Eingabe und richtige Antwort</translation>
    </message>
    <message>
        <source>Fit to the width</source>
        <translation>An die Breite anpassen</translation>
    </message>
    <message>
        <source>Focus mode</source>
        <translation>Fokusmodus</translation>
    </message>
    <message>
        <source>Fold what was asked</source>
        <translation>Einklappen, was gefragt war</translation>
    </message>
    <message>
        <source>For</source>
        <translation>Für</translation>
    </message>
    <message>
        <source>For a hub that is no more, or that does not let this machine in any longer</source>
        <translation>Für einen Hub, den es nicht mehr gibt oder der diesen Rechner nicht mehr einlässt</translation>
    </message>
    <message>
        <source>For how long</source>
        <translation>Für wie lange</translation>
    </message>
    <message>
        <source>For work without the hub; nobody else is given them meanwhile</source>
        <translation>Für die Arbeit ohne den Hub; niemand sonst bekommt sie währenddessen</translation>
    </message>
    <message>
        <source>Forget this connection and its secrets? What came in and was sent stays.</source>
        <translation>Diese Verbindung und ihre Geheimnisse vergessen? Was hereinkam und gesendet wurde, bleibt.</translation>
    </message>
    <message>
        <source>Forgets it and its secrets; what came in stays</source>
        <translation>Vergisst sie und ihre Geheimnisse; was hereinkam, bleibt</translation>
    </message>
    <message>
        <source>Form</source>
        <translation>Formular</translation>
    </message>
    <message>
        <source>Four workflows of a small business</source>
        <translation>Vier Workflows eines kleinen Unternehmens</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>From the correction of {one} to that of {other}:</source>
        <translation>Von der Korrektur von {one} zu der von {other}:</translation>
    </message>
    <message>
        <source>From the first file to the first label</source>
        <translation>Von der ersten Datei zum ersten Label</translation>
    </message>
    <message>
        <source>Gave {count:,} items back to their pools</source>
        <translation>{count:,} Vorgänge an ihre Pools zurückgegeben</translation>
    </message>
    <message>
        <source>Getting started</source>
        <translation>Erste Schritte</translation>
    </message>
    <message>
        <source>Give a file in it, or add the folder as a folder source.</source>
        <translation>Nennen Sie eine Datei darin, oder fügen Sie den Ordner als Ordnerquelle hinzu.</translation>
    </message>
    <message>
        <source>Give at least one pool to take from, such as “everyone”. Nothing was changed.</source>
        <translation>Nennen Sie mindestens einen Pool, etwa „everyone“. Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Zurückgeben</translation>
    </message>
    <message>
        <source>Give every column a name of its own.</source>
        <translation>Geben Sie jeder Spalte einen eigenen Namen.</translation>
    </message>
    <message>
        <source>Given to you</source>
        <translation>Ihnen zugeteilt</translation>
    </message>
    <message>
        <source>Gives what is selected to somebody else, or back to its pool</source>
        <translation>Gibt das Ausgewählte jemand anderem oder zurück in seinen Pool</translation>
    </message>
    <message>
        <source>Gives what is selected to the one who is chosen</source>
        <translation>Gibt das Ausgewählte der gewählten Person</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Go to item…</source>
        <translation>Zu Eintrag gehen …</translation>
    </message>
    <message>
        <source>Goes out unless you stop it by {time}.</source>
        <translation>Wird ausgeliefert, wenn Sie es nicht bis {time} anhalten.</translation>
    </message>
    <message>
        <source>Goes round at the end</source>
        <translation>Beginnt am Ende von vorn</translation>
    </message>
    <message>
        <source>Goes round too</source>
        <translation>Beginnt am Anfang von hinten</translation>
    </message>
    <message>
        <source>Good for</source>
        <translation>Gültig</translation>
    </message>
    <message>
        <source>Good until</source>
        <translation>Gültig bis</translation>
    </message>
    <message>
        <source>Guidelines</source>
        <translation>Leitfaden</translation>
    </message>
    <message>
        <source>Guidelines of this step</source>
        <translation>Leitfaden dieses Schritts</translation>
    </message>
    <message>
        <source>HH:mm</source>
        <comment>Qt pattern of a date</comment>
        <translation>HH:mm</translation>
    </message>
    <message>
        <source>HIGH RISK</source>
        <translation>HOHES RISIKO</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>Übergeben</translation>
    </message>
    <message>
        <source>Hand over all the same</source>
        <translation>Trotzdem übergeben</translation>
    </message>
    <message>
        <source>Hand over to this person</source>
        <translation>Dieser Person übergeben</translation>
    </message>
    <message>
        <source>Hand over what is selected</source>
        <translation>Das Ausgewählte übergeben</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>Übergeben …</translation>
    </message>
    <message>
        <source>Handed on for a decision</source>
        <translation>Zur Entscheidung weitergereicht</translation>
    </message>
    <message>
        <source>Handed on for a decision.</source>
        <translation>Zur Entscheidung weitergeleitet.</translation>
    </message>
    <message>
        <source>Handed {count:,} items to {people} people</source>
        <translation>{count:,} Vorgänge an {people} Personen übergeben</translation>
    </message>
    <message>
        <source>Handed {count:,} items to {person}</source>
        <translation>{count:,} Vorgänge an {person} übergeben</translation>
    </message>
    <message>
        <source>Handing over</source>
        <translation>Wird übergeben</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>Hidden in this text: {parts}.</source>
        <translation>In diesem Text verborgen: {parts}.</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Pos1</translation>
    </message>
    <message>
        <source>How bad the error is</source>
        <translation>Wie schwer der Fehler wiegt</translation>
    </message>
    <message>
        <source>How fast they work is not known yet.</source>
        <translation>Wie schnell diese Person arbeitet, ist noch nicht bekannt.</translation>
    </message>
    <message>
        <source>How it works</source>
        <translation>Wie sie arbeitet</translation>
    </message>
    <message>
        <source>How many items to take along</source>
        <translation>Wie viele Einträge mitgenommen werden</translation>
    </message>
    <message>
        <source>How such outputs were decided</source>
        <translation>Wie über solche Ausgaben entschieden wurde</translation>
    </message>
    <message>
        <source>How this step is to be judged</source>
        <translation>Wie dieser Schritt zu beurteilen ist</translation>
    </message>
    <message>
        <source>How to begin</source>
        <translation>Wie Sie beginnen</translation>
    </message>
    <message>
        <source>Hugging Face dataset, a folder</source>
        <translation>Hugging-Face-Datensatz, ein Ordner</translation>
    </message>
    <message>
        <source>I am away…</source>
        <translation>Ich bin abwesend …</translation>
    </message>
    <message>
        <source>Import judgements</source>
        <translation>Beurteilungen importieren</translation>
    </message>
    <message>
        <source>Import judgements…</source>
        <translation>Beurteilungen importieren …</translation>
    </message>
    <message>
        <source>Importing {file}</source>
        <translation>{file} wird importiert</translation>
    </message>
    <message>
        <source>In a team this is for leads. Nothing was changed; ask one of yours to do it.</source>
        <translation>In einem Team ist das Sache der Leitung. Nichts wurde geändert; bitten Sie Ihre Leitung darum.</translation>
    </message>
    <message>
        <source>In conflict</source>
        <comment>labels</comment>
        <translation>Im Widerspruch</translation>
    </message>
    <message>
        <source>In the order of the rail</source>
        <translation>In der Ordnung der Seitenleiste</translation>
    </message>
    <message>
        <source>In your words</source>
        <translation>In Ihren Worten</translation>
    </message>
    <message>
        <source>Ins</source>
        <translation>Einfg</translation>
    </message>
    <message>
        <source>Inspect samples</source>
        <translation>Inspect-Samples</translation>
    </message>
    <message>
        <source>Install it with: pip install &apos;reviewer-app[parquet]&apos;</source>
        <translation>Installieren Sie sie mit: pip install &apos;reviewer-app[parquet]&apos;</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>Einladen</translation>
    </message>
    <message>
        <source>Invite somebody</source>
        <translation>Jemanden einladen</translation>
    </message>
    <message>
        <source>It can be read, and has no record yet.</source>
        <translation>Sie lässt sich lesen und hat noch keinen Datensatz.</translation>
    </message>
    <message>
        <source>It has its turns from then on</source>
        <translation>Von da an kommt sie an die Reihe</translation>
    </message>
    <message>
        <source>It has not been released.</source>
        <translation>Sie ist nicht freigegeben worden.</translation>
    </message>
    <message>
        <source>It is decided already.</source>
        <translation>Darüber ist schon entschieden.</translation>
    </message>
    <message>
        <source>It is then yours too, and settles the item</source>
        <translation>Sie ist dann auch Ihre und entscheidet den Eintrag</translation>
    </message>
    <message>
        <source>It may have been released.</source>
        <translation>Sie kann schon freigegeben sein.</translation>
    </message>
    <message>
        <source>It was changed since the last test. Save it anyway?</source>
        <translation>Sie wurde seit dem letzten Test geändert. Trotzdem speichern?</translation>
    </message>
    <message>
        <source>It was escalated: open it to decide it.</source>
        <translation>Weitergeleitet: Öffnen Sie ihn, um zu entscheiden.</translation>
    </message>
    <message>
        <source>It was not tested. Save it anyway?</source>
        <translation>Sie wurde nicht getestet. Trotzdem speichern?</translation>
    </message>
    <message>
        <source>It was released already.</source>
        <translation>Schon ausgeliefert.</translation>
    </message>
    <message>
        <source>It was {person}&apos;s when you decided; your decision counts</source>
        <translation>Als Sie entschieden, lag er bei {person}; Ihre Entscheidung zählt</translation>
    </message>
    <message>
        <source>Item</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Items of people who left the team went back to their pools: {count}.</source>
        <translation>Vorgänge von Personen, die das Team verlassen haben, liegen wieder in ihren Pools: {count}.</translation>
    </message>
    <message>
        <source>Items that are due soon</source>
        <translation>Einträge, die bald fällig sind</translation>
    </message>
    <message>
        <source>Items that somebody gives to you</source>
        <translation>Einträge, die Ihnen jemand zuteilt</translation>
    </message>
    <message>
        <source>Its risk is critical: open it to approve it.</source>
        <translation>Sein Risiko ist kritisch: Öffnen Sie ihn, um freizugeben.</translation>
    </message>
    <message>
        <source>Its step asks what was wrong.</source>
        <translation>Sein Schritt fragt, was falsch war.</translation>
    </message>
    <message>
        <source>Its step asks “{question}”.</source>
        <translation>Sein Schritt fragt „{question}“.</translation>
    </message>
    <message>
        <source>JSON Lines, JSON or CSV, one output a record. You can also drop the file on this window.</source>
        <translation>JSON Lines, JSON oder CSV, eine Ausgabe je Datensatz. Sie können die Datei auch auf dieses Fenster ziehen.</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>Beitreten</translation>
    </message>
    <message>
        <source>Join a team</source>
        <translation>Einem Team beitreten</translation>
    </message>
    <message>
        <source>Join a team in the settings: then you see here who has what, and hand over.</source>
        <translation>Treten Sie in den Einstellungen einem Team bei: Dann sehen Sie hier, wer was hat, und können übergeben.</translation>
    </message>
    <message>
        <source>Joining the team</source>
        <translation>Beitritt zum Team</translation>
    </message>
    <message>
        <source>Joining…</source>
        <translation>Tritt bei …</translation>
    </message>
    <message>
        <source>Judgements made elsewhere</source>
        <translation>Anderswo getroffene Beurteilungen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep it</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Keep it private</source>
        <translation>Privat halten</translation>
    </message>
    <message>
        <source>Keeps the search, the filters and the order</source>
        <translation>Mit Filtern</translation>
    </message>
    <message>
        <source>Kept in the keyring of this machine, nowhere else.</source>
        <translation>Im Schlüsselbund dieses Rechners, sonst nirgends.</translation>
    </message>
    <message>
        <source>Kept in the keyring of this machine; an empty field leaves it as it is.</source>
        <translation>Im Schlüsselbund dieses Rechners; ein leeres Feld lässt es, wie es ist.</translation>
    </message>
    <message>
        <source>Key of {action}: {key}</source>
        <translation>Taste für {action}: {key}</translation>
    </message>
    <message>
        <source>Key {keys}</source>
        <translation>Taste {keys}</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Keys you changed</source>
        <translation>Von Ihnen geänderte Tasten</translation>
    </message>
    <message>
        <source>LEAD</source>
        <translation>LEITEN</translation>
    </message>
    <message>
        <source>LOW RISK</source>
        <translation>GERINGES RISIKO</translation>
    </message>
    <message>
        <source>Label Studio has no project {project} that this account may see. Check its number and whose token it is.</source>
        <translation>In Label Studio gibt es kein Projekt {project}, das dieses Konto sehen darf. Prüfen Sie die Nummer und wem das Token gehört.</translation>
    </message>
    <message>
        <source>Label Studio tasks</source>
        <translation>Aufgaben aus Label Studio</translation>
    </message>
    <message>
        <source>Labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Labels can be sent to the project “{title}” at {place}.</source>
        <translation>Labels können an das Projekt „{title}“ auf {place} gesendet werden.</translation>
    </message>
    <message>
        <source>Labels cannot be sent to “{kind}”. They can go to {known}; others come with the package of their platform.</source>
        <translation>An „{kind}“ können keine Labels gehen. Möglich sind {known}; andere kommen mit dem Paket ihrer Plattform.</translation>
    </message>
    <message>
        <source>Labels for evaluation</source>
        <translation>Labels für die Auswertung</translation>
    </message>
    <message>
        <source>Labels go back</source>
        <translation>Labels gehen zurück</translation>
    </message>
    <message>
        <source>Labels go nowhere yet.</source>
        <translation>Labels gehen noch nirgendwohin.</translation>
    </message>
    <message>
        <source>Labels go to it.</source>
        <translation>Labels gehen dorthin.</translation>
    </message>
    <message>
        <source>Labels go to {known}.</source>
        <translation>Labels gehen an {known}.</translation>
    </message>
    <message>
        <source>Labels of</source>
        <translation>Labels von</translation>
    </message>
    <message>
        <source>Labels of this team are sent by its intake, not from here.</source>
        <translation>Die Labels dieses Teams sendet dessen Eingang, nicht dieser Rechner.</translation>
    </message>
    <message>
        <source>Labels on their way</source>
        <translation>Labels unterwegs</translation>
    </message>
    <message>
        <source>Labels: {told}</source>
        <translation>Labels: {told}</translation>
    </message>
    <message>
        <source>LangGraph agents that wait</source>
        <translation>LangGraph-Agenten, die warten</translation>
    </message>
    <message>
        <source>LangGraph {version} at {place} lets this connection in; agents that wait can be answered.</source>
        <translation>LangGraph {version} auf {place} lässt diese Verbindung zu; wartenden Agenten kann geantwortet werden.</translation>
    </message>
    <message>
        <source>LangSmith at {place} does not know what was asked for. Check the project or the queue; a server of one&apos;s own must be at version 0.16.14 or later.</source>
        <translation>LangSmith unter {place} kennt nicht, wonach gefragt wurde. Prüfen Sie das Projekt oder die Warteschlange; ein eigener Server muss mindestens Version 0.16.14 haben.</translation>
    </message>
    <message>
        <source>LangSmith at {place} has no project “{project}” that this key can see. Check its name and the workspace.</source>
        <translation>LangSmith unter {place} hat kein Projekt „{project}“, das dieser Schlüssel sehen kann. Prüfen Sie den Namen und den Arbeitsbereich.</translation>
    </message>
    <message>
        <source>LangSmith at {place} has no run {run} any more, so there is nothing to put the label on. Labels exported to a file hold it.</source>
        <translation>LangSmith unter {place} hat den Lauf {run} nicht mehr, also gibt es nichts, woran das Label gehängt werden kann. In eine Datei exportierte Labels enthalten es.</translation>
    </message>
    <message>
        <source>LangSmith has nothing of what it stands for any more</source>
        <translation>LangSmith hat nichts mehr von dem, wofür er steht</translation>
    </message>
    <message>
        <source>LangSmith runs</source>
        <translation>LangSmith-Läufe</translation>
    </message>
    <message>
        <source>LangSmith {version} at {place} lets this connection in.</source>
        <translation>LangSmith {version} unter {place} lässt diese Verbindung ein.</translation>
    </message>
    <message>
        <source>Langfuse at {place} lets this connection into the project {project}.</source>
        <translation>Langfuse unter {place} lässt diese Verbindung in das Projekt {project}.</translation>
    </message>
    <message>
        <source>Langfuse has nothing of what it stands for any more</source>
        <translation>Langfuse hat nichts mehr von dem, wofür er steht</translation>
    </message>
    <message>
        <source>Langfuse traces</source>
        <translation>Langfuse-Abläufe</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Large</source>
        <translation>Groß</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Largest</source>
        <translation>Sehr groß</translation>
    </message>
    <message>
        <source>Last exchange</source>
        <translation>Letzter Austausch</translation>
    </message>
    <message>
        <source>Last pull: {words}</source>
        <translation>Letzter Abruf: {words}</translation>
    </message>
    <message>
        <source>Leading a team</source>
        <translation>Ein Team leiten</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Leave it covered</source>
        <translation>Verdeckt lassen</translation>
    </message>
    <message>
        <source>Leave the password out of the address: everybody on this machine can read it there, and it stays in the history of the shell. It is asked for in a terminal, or taken from PGPASSWORD or a password file (PGPASSFILE). Nothing was changed; change this password if others use the machine.</source>
        <translation>Lassen Sie das Passwort aus der Adresse: Jeder an diesem Rechner kann es dort lesen, und es bleibt im Verlauf der Shell. Es wird in einem Terminal erfragt oder aus PGPASSWORD oder einer Passwortdatei (PGPASSFILE) genommen. Nichts wurde geändert; ändern Sie dieses Passwort, wenn andere den Rechner benutzen.</translation>
    </message>
    <message>
        <source>Leave the team</source>
        <translation>Das Team verlassen</translation>
    </message>
    <message>
        <source>Leave the team now</source>
        <translation>Das Team jetzt verlassen</translation>
    </message>
    <message>
        <source>Leave without the hub</source>
        <translation>Ohne den Hub verlassen</translation>
    </message>
    <message>
        <source>Leaves the field, then the mode</source>
        <translation>Verlässt das Feld, dann den Modus</translation>
    </message>
    <message>
        <source>Leave…</source>
        <translation>Verlassen …</translation>
    </message>
    <message numerus="yes">
        <source>Left out %Ln for which the format has no place; {manifest} says why.</source>
        <comment>labels</comment>
        <translation>
            <numerusform>%Ln ausgelassen, für die das Format keinen Platz hat; {manifest} sagt, warum.</numerusform>
            <numerusform>%Ln ausgelassen, für die das Format keinen Platz hat; {manifest} sagt, warum.</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out because nobody has to decide them any more: {count:,}</source>
        <translation>Ausgelassen, weil niemand sie mehr entscheiden muss: {count:,}</translation>
    </message>
    <message>
        <source>Left out because they changed hands meanwhile: {count:,}</source>
        <translation>Ausgelassen, weil sie inzwischen bei jemand anderem sind: {count:,}</translation>
    </message>
    <message>
        <source>Left out because this person declined or has reviewed them: {count:,}</source>
        <translation>Ausgelassen, weil diese Person sie abgelehnt oder schon geprüft hat: {count:,}</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>List the items</source>
        <translation>Einträge auflisten</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Nochmals ansehen</translation>
    </message>
    <message>
        <source>Look at covered decisions…</source>
        <translation>Verdeckte Entscheidungen ansehen …</translation>
    </message>
    <message>
        <source>Look at the proposal first.</source>
        <translation>Sehen Sie sich zuerst den Vorschlag an.</translation>
    </message>
    <message>
        <source>Look now</source>
        <translation>Jetzt ansehen</translation>
    </message>
    <message>
        <source>Looks back</source>
        <translation>Blickt zurück</translation>
    </message>
    <message>
        <source>MEDIUM RISK</source>
        <translation>MITTLERES RISIKO</translation>
    </message>
    <message>
        <source>MLflow is let in to with a token, or with a user and a password. Give one of the two, or neither where the server asks for nothing.</source>
        <translation>MLflow lässt mit einem Token herein oder mit Benutzer und Passwort. Geben Sie eines von beiden an, oder keines, wenn der Server nichts verlangt.</translation>
    </message>
    <message>
        <source>MLflow traces</source>
        <translation>MLflow-Abläufe</translation>
    </message>
    <message>
        <source>MLflow {version} answers at {place}. Labels go to traces of the experiment “{experiment}” (id {id}), as the assessment “{assessment}”.</source>
        <translation>MLflow {version} antwortet auf {place}. Labels gehen zu Traces des Experiments „{experiment}“ (Kennung {id}), als Bewertung „{assessment}“.</translation>
    </message>
    <message>
        <source>Machines, last seen</source>
        <translation>Rechner, zuletzt gesehen</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Make it a number</source>
        <translation>In eine Zahl ändern</translation>
    </message>
    <message>
        <source>Make it text</source>
        <translation>In Text ändern</translation>
    </message>
    <message>
        <source>Make the first row name the columns.</source>
        <translation>Die erste Zeile muss die Spalten benennen.</translation>
    </message>
    <message>
        <source>Makes an enrolment text for a second machine of this person</source>
        <translation>Macht einen Beitrittstext für einen zweiten Rechner dieser Person</translation>
    </message>
    <message>
        <source>Makes it again</source>
        <translation>Trifft sie erneut</translation>
    </message>
    <message>
        <source>Mark a span</source>
        <translation>Stelle markieren</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>Alle als gelesen markieren</translation>
    </message>
    <message>
        <source>Mark error type 1</source>
        <translation>Fehlerart 1 markieren</translation>
    </message>
    <message>
        <source>Mark error type 2</source>
        <translation>Fehlerart 2 markieren</translation>
    </message>
    <message>
        <source>Mark error type 3</source>
        <translation>Fehlerart 3 markieren</translation>
    </message>
    <message>
        <source>Mark error type 4</source>
        <translation>Fehlerart 4 markieren</translation>
    </message>
    <message>
        <source>Mark error type 5</source>
        <translation>Fehlerart 5 markieren</translation>
    </message>
    <message>
        <source>Mark error type 6</source>
        <translation>Fehlerart 6 markieren</translation>
    </message>
    <message>
        <source>Mark error type 7</source>
        <translation>Fehlerart 7 markieren</translation>
    </message>
    <message>
        <source>Mark error type 8</source>
        <translation>Fehlerart 8 markieren</translation>
    </message>
    <message>
        <source>Mark error type 9</source>
        <translation>Fehlerart 9 markieren</translation>
    </message>
    <message>
        <source>May be empty.</source>
        <translation>Darf leer sein.</translation>
    </message>
    <message>
        <source>May take</source>
        <translation>Darf nehmen</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>Mich</translation>
    </message>
    <message>
        <source>Me or nobody</source>
        <translation>Mich oder niemand</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>Montag</translation>
    </message>
    <message>
        <source>More lines follow: the source has all of them.</source>
        <translation>Es folgen weitere Zeilen: Der Quelltext hat alle.</translation>
    </message>
    <message>
        <source>More room for the item</source>
        <translation>Mehr Platz für die Ausgabe</translation>
    </message>
    <message>
        <source>Move to where it begins, then {key} or ⏎; Shift selects too.</source>
        <translation>Zum Anfang gehen, dann {key} oder ⏎; auch Umschalt wählt aus.</translation>
    </message>
    <message>
        <source>My queue</source>
        <translation>Meine Liste</translation>
    </message>
    <message>
        <source>N</source>
        <comment>key for no</comment>
        <translation>N</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Name either a table to read or a query to run, not both and not neither.</source>
        <translation>Nennen Sie entweder eine Tabelle oder eine Abfrage, nicht beides und nicht keines von beiden.</translation>
    </message>
    <message>
        <source>Name of a value of the metadata</source>
        <translation>Name eines Werts der Metadaten</translation>
    </message>
    <message>
        <source>Name of the view</source>
        <translation>Name der Ansicht</translation>
    </message>
    <message>
        <source>Name the LangSmith project whose runs shall be read, or an annotation queue.</source>
        <translation>Nennen Sie das LangSmith-Projekt, dessen Läufe gelesen werden sollen, oder eine Annotations-Warteschlange.</translation>
    </message>
    <message>
        <source>Names to choose from</source>
        <translation>Namen zur Auswahl</translation>
    </message>
    <message>
        <source>Narrow the places</source>
        <translation>Stellen eingrenzen</translation>
    </message>
    <message>
        <source>Nearly the same output; again, the same rules. One verdict is then for all</source>
        <translation>Fast gleiche Ausgabe; nochmals: dieselben Regeln. Ein Urteil gilt dann für alle</translation>
    </message>
    <message>
        <source>New items will wait behind a badge above the list.</source>
        <translation>Neues wartet hinter einem Hinweis über der Liste.</translation>
    </message>
    <message>
        <source>Next change or span</source>
        <translation>Nächste Änderung oder Stelle</translation>
    </message>
    <message>
        <source>Next dispute</source>
        <translation>Nächster strittiger Eintrag</translation>
    </message>
    <message>
        <source>Next due</source>
        <translation>Nächste Frist</translation>
    </message>
    <message>
        <source>Next item</source>
        <translation>Nächster Eintrag</translation>
    </message>
    <message>
        <source>Next question</source>
        <translation>Nächste Frage</translation>
    </message>
    <message>
        <source>No action has these words.</source>
        <translation>Keine Aktion enthält diese Wörter.</translation>
    </message>
    <message>
        <source>No answer came too late.</source>
        <translation>Keine Antwort kam zu spät.</translation>
    </message>
    <message>
        <source>No answers yet</source>
        <translation>Noch keine Antworten</translation>
    </message>
    <message>
        <source>No item fits the search and the filters.</source>
        <translation>Kein Eintrag passt zu Suche und Filtern.</translation>
    </message>
    <message>
        <source>No label waits. One comes here when the time to take its decision back has passed.</source>
        <translation>Kein Label wartet. Eines kommt hierher, wenn die Zeit zum Zurücknehmen seiner Entscheidung vorbei ist.</translation>
    </message>
    <message>
        <source>No label was delivered yet. Labels leave soon after their items are decided.</source>
        <translation>Noch kein Label wurde zugestellt. Labels gehen bald, nachdem ihre Einträge entschieden sind.</translation>
    </message>
    <message>
        <source>No label was refused.</source>
        <translation>Kein Label wurde abgewiesen.</translation>
    </message>
    <message>
        <source>No other item that waits is like this one.</source>
        <translation>Kein anderer wartender Eintrag ähnelt diesem.</translation>
    </message>
    <message>
        <source>No outputs were read from {place}: {cause} {advice}</source>
        <translation>Von {place} wurden keine Ausgaben gelesen: {cause} {advice}</translation>
    </message>
    <message>
        <source>No record was refused.</source>
        <translation>Kein Datensatz wurde abgewiesen.</translation>
    </message>
    <message>
        <source>No similar output was reviewed before.</source>
        <translation>Bisher wurde keine ähnliche Ausgabe geprüft.</translation>
    </message>
    <message>
        <source>No view for this kind of file</source>
        <translation>Keine Ansicht für diese Art Datei</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Nobody decided in time, and the policy of this step does not answer for them. The output stays in the queue; ask again later for what was decided.</source>
        <translation>Niemand hat rechtzeitig entschieden, und die Richtlinie dieses Schritts antwortet nicht an ihrer Stelle. Die Ausgabe bleibt in der Warteschlange; fragen Sie später, was entschieden wurde.</translation>
    </message>
    <message>
        <source>Nobody decided in time, and the policy of this step rejects then. A decision that comes later is kept as a label.</source>
        <translation>Niemand hat rechtzeitig entschieden, und die Richtlinie dieses Schritts lehnt dann ab. Eine spätere Entscheidung bleibt als Label erhalten.</translation>
    </message>
    <message>
        <source>Nobody disagrees about an item.</source>
        <translation>Über keinen Eintrag herrscht Uneinigkeit.</translation>
    </message>
    <message>
        <source>Nobody has any of these: nothing would change.</source>
        <translation>Niemand hat einen davon: Es würde sich nichts ändern.</translation>
    </message>
    <message>
        <source>Nobody has handed a decision on to you.</source>
        <translation>Niemand hat Ihnen eine Entscheidung weitergereicht.</translation>
    </message>
    <message>
        <source>Nobody here is called “{name}”.</source>
        <translation>Hier heißt niemand „{name}“.</translation>
    </message>
    <message>
        <source>Nobody here is called “{name}”. Did you mean {likely}?</source>
        <translation>Hier heißt niemand „{name}“. Meinten Sie {likely}?</translation>
    </message>
    <message>
        <source>Nobody sees what others decided before all have judged. You can look now: it is recorded, and you do not review this item then. You can still settle it.</source>
        <translation>Niemand sieht, was andere entschieden haben, bevor alle geurteilt haben. Sie können jetzt nachsehen: Es wird festgehalten, und Sie prüfen diesen Eintrag dann nicht. Schlichten können Sie ihn weiterhin.</translation>
    </message>
    <message>
        <source>None is configured.</source>
        <translation>Es ist keine eingerichtet.</translation>
    </message>
    <message>
        <source>None of the last {count} decided here is alike; the nearest stand below.</source>
        <translation>Keiner der letzten {count} hier entschiedenen ist ähnlich; die nächstliegenden stehen unten.</translation>
    </message>
    <message>
        <source>None: every key is the usual one.</source>
        <translation>Keine: Alle Tasten sind die üblichen.</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Not sent yet</source>
        <translation>Noch nicht gesendet</translation>
    </message>
    <message>
        <source>Not taken by the hub</source>
        <translation>Vom Hub nicht angenommen</translation>
    </message>
    <message>
        <source>Not yet</source>
        <translation>Noch nicht</translation>
    </message>
    <message>
        <source>Nothing is changed. Esc, then {key} approves it as it is.</source>
        <translation>Nichts ist geändert. Esc, dann gibt {key} es frei, wie es ist.</translation>
    </message>
    <message>
        <source>Nothing is connected yet</source>
        <translation>Noch ist nichts verbunden</translation>
    </message>
    <message>
        <source>Nothing is disputed, and nothing was escalated to you. Where two people decide an item differently, their decisions stand here side by side.</source>
        <translation>Nichts ist strittig, und nichts wurde Ihnen weitergeleitet. Wo zwei Personen einen Eintrag verschieden entscheiden, stehen ihre Entscheidungen hier nebeneinander.</translation>
    </message>
    <message>
        <source>Nothing is taken along.</source>
        <translation>Nichts ist mitgenommen.</translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation>Nichts passt</translation>
    </message>
    <message>
        <source>Nothing of this step was decided yet</source>
        <translation>Bei diesem Schritt wurde noch nichts entschieden</translation>
    </message>
    <message>
        <source>Nothing of {item} is covered: its decisions are shown to everybody who may see it. Nothing was recorded.</source>
        <translation>An {item} ist nichts verdeckt: Die Entscheidungen sieht jeder, der ihn sehen darf. Nichts wurde festgehalten.</translation>
    </message>
    <message>
        <source>Nothing on this machine speaks to a {kind} database. Install the package {package} beside Reviewer, and pull again.</source>
        <translation>Auf diesem Rechner spricht nichts mit einer Datenbank der Art {kind}. Installieren Sie neben Reviewer das Paket {package} und rufen Sie erneut ab.</translation>
    </message>
    <message>
        <source>Nothing open</source>
        <translation>Nichts offen</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>Nichts ausgewählt</translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>Nichts wartet auf Sie</translation>
    </message>
    <message>
        <source>Nothing waits for you.</source>
        <translation>Nichts wartet auf Sie.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Nothing was handed over.</source>
        <translation>Nichts wurde übergeben.</translation>
    </message>
    <message>
        <source>Nothing was said about why.</source>
        <translation>Ohne Begründung.</translation>
    </message>
    <message>
        <source>Nothing was sent: the item cannot be decided now. Your words are kept.</source>
        <translation>Nichts wurde gesendet: Über den Eintrag kann jetzt nicht entschieden werden. Ihre Worte bleiben erhalten.</translation>
    </message>
    <message>
        <source>Nothing would move: whoever has something keeps it.</source>
        <translation>Nichts würde sich bewegen: Wer etwas hat, behält es.</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Now move to the end of it.</source>
        <translation>Nun zum Ende gehen.</translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln similar output(s) reviewed before</source>
        <translation>
            <numerusform>%Ln ähnliche Ausgabe bereits geprüft</numerusform>
            <numerusform>%Ln ähnliche Ausgaben bereits geprüft</numerusform>
        </translation>
    </message>
    <message>
        <source>Of what the agent did; again closes them</source>
        <translation>Von dem, was der Agent getan hat; nochmals klappt sie zu</translation>
    </message>
    <message>
        <source>Of what the agent did; again shows all</source>
        <translation>Von dem, was der Agent getan hat; nochmals zeigt alles</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Off: the message waits in the window until you come back to it.</source>
        <translation>Aus: Die Meldung wartet im Fenster, bis Sie zurückkommen.</translation>
    </message>
    <message>
        <source>On</source>
        <translation>An</translation>
    </message>
    <message>
        <source>On a train, say: nobody else is given them meanwhile. What you decide is sent when the hub answers again; what you do not decide goes back by itself.</source>
        <translation>Etwa im Zug: Niemand sonst bekommt sie währenddessen. Was Sie entscheiden, wird gesendet, sobald der Hub wieder antwortet; was Sie nicht entscheiden, geht von selbst zurück.</translation>
    </message>
    <message>
        <source>On record; you do not review the item then</source>
        <translation>Wird festgehalten; Sie prüfen den Eintrag dann nicht</translation>
    </message>
    <message>
        <source>One file: JSON Lines, JSON, CSV or Parquet.</source>
        <translation>Eine Datei: JSON Lines, JSON, CSV oder Parquet.</translation>
    </message>
    <message>
        <source>One is alike: {told} ({error}).</source>
        <translation>Einer ist ähnlich: {told} ({error}).</translation>
    </message>
    <message>
        <source>Only a lead can erase contents of the team. Nothing was erased; ask one.</source>
        <translation>Nur Leitende können Inhalte des Teams löschen. Nichts wurde gelöscht; fragen Sie eine leitende Person.</translation>
    </message>
    <message>
        <source>Only the beginning is here. It can be decided once the rest is: look again while the hub can be reached.</source>
        <translation>Nur der Anfang ist hier. Entscheiden können Sie, sobald der Rest da ist: Sehen Sie noch einmal nach, solange der Hub erreichbar ist.</translation>
    </message>
    <message>
        <source>Only the beginning of {item} is on this machine.</source>
        <translation>Nur der Anfang von {item} ist auf diesem Rechner.</translation>
    </message>
    <message numerus="yes">
        <source>Only the first %Ln items were taken; do it again for the rest.</source>
        <translation>
            <numerusform>Nur %Ln Eintrag wurde genommen; für den Rest noch einmal.</numerusform>
            <numerusform>Nur die ersten %Ln Einträge wurden genommen; für den Rest noch einmal.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only the first {most} parts of a search are read.</source>
        <translation>Gelesen werden nur die ersten {most} Teile einer Suche.</translation>
    </message>
    <message>
        <source>Only the most urgent ones are shared out; do it again for the rest.</source>
        <translation>Nur die dringendsten werden verteilt; wiederholen Sie es für den Rest.</translation>
    </message>
    <message>
        <source>Only tool calls</source>
        <translation>Nur Werkzeugaufrufe</translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>Open all steps</source>
        <translation>Alle Schritte aufklappen</translation>
    </message>
    <message>
        <source>Open the item</source>
        <translation>Eintrag öffnen</translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation>Beispiel öffnen</translation>
    </message>
    <message>
        <source>Open, by risk</source>
        <translation>Offen, nach Risiko</translation>
    </message>
    <message>
        <source>OpenTelemetry spans</source>
        <translation>OpenTelemetry-Spans</translation>
    </message>
    <message>
        <source>Opening the sample</source>
        <translation>Beispiel wird geöffnet</translation>
    </message>
    <message>
        <source>Opens the item on the desk; what you decide there settles it</source>
        <translation>Öffnet den Eintrag am Arbeitsplatz; was Sie dort entscheiden, gilt</translation>
    </message>
    <message>
        <source>Opens the team in the settings</source>
        <translation>Öffnet das Team in den Einstellungen</translation>
    </message>
    <message>
        <source>Or in one text again</source>
        <translation>Oder wieder in einem Text</translation>
    </message>
    <message>
        <source>Or leave it out again</source>
        <translation>Oder wieder auslassen</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Others&apos; decisions are covered</source>
        <translation>Die Entscheidungen anderer sind verdeckt</translation>
    </message>
    <message>
        <source>Outputs</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>Outputs come from it, and labels go back.</source>
        <translation>Ausgaben kommen von dort, und Labels gehen zurück.</translation>
    </message>
    <message>
        <source>Outputs come from it.</source>
        <translation>Ausgaben kommen von dort.</translation>
    </message>
    <message>
        <source>Outside the window</source>
        <translation>Außerhalb des Fensters</translation>
    </message>
    <message>
        <source>Pace</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Page size</source>
        <translation>Seitengröße</translation>
    </message>
    <message>
        <source>Page the output down</source>
        <translation>Ausgabe vorblättern</translation>
    </message>
    <message>
        <source>Page the output up</source>
        <translation>Ausgabe zurückblättern</translation>
    </message>
    <message>
        <source>Pages are asked for in one way; {ways} are several. Keep the one that the feed understands.</source>
        <translation>Seiten werden auf eine Weise erfragt; {ways} sind mehrere. Behalten Sie die, die der Feed versteht.</translation>
    </message>
    <message>
        <source>Parquet files need one more library, so nothing was written. Install it with `pip install &apos;reviewer-app[parquet]&apos;`, or export in another format.</source>
        <translation>Parquet-Dateien brauchen eine weitere Bibliothek, daher wurde nichts geschrieben. Installieren Sie sie mit `pip install &apos;reviewer-app[parquet]&apos;`, oder exportieren Sie in einem anderen Format.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Paste it</source>
        <translation>Einfügen</translation>
    </message>
    <message>
        <source>Paste the text that your lead sent you. It works without the network from then on.</source>
        <translation>Den Text einfügen, den Ihnen die Leitung geschickt hat. Danach geht es auch ohne Netz.</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>Pfad</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Pause or go on</source>
        <translation>Anhalten oder fortsetzen</translation>
    </message>
    <message>
        <source>People disagree on it: open it to settle it.</source>
        <translation>Über ihn herrscht Uneinigkeit: Öffnen Sie ihn, um zu schlichten.</translation>
    </message>
    <message>
        <source>People disagree on this item; your decision settles it</source>
        <translation>Über diesen Eintrag herrscht Uneinigkeit; Ihre Entscheidung schlichtet</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>Person</translation>
    </message>
    <message>
        <source>PgDown</source>
        <translation>Bild ab</translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation>Bild auf</translation>
    </message>
    <message>
        <source>Phoenix at {place} has no project “{project}”. Check its name on the page of the server; a project begins with the first trace that is sent to it.</source>
        <translation>Phoenix unter {place} hat kein Projekt „{project}“. Prüfen Sie den Namen auf der Seite des Servers; ein Projekt entsteht mit der ersten Spur, die dorthin gesendet wird.</translation>
    </message>
    <message>
        <source>Phoenix at {place} has no span {span} any more, so there is nothing to put the label on. Labels exported to a file hold it.</source>
        <translation>Phoenix unter {place} hat den Span {span} nicht mehr, also gibt es nichts, woran das Label gehängt werden kann. In eine Datei exportierte Labels enthalten es.</translation>
    </message>
    <message>
        <source>Phoenix spans</source>
        <translation>Phoenix-Spans</translation>
    </message>
    <message>
        <source>Phoenix {version} at {place} has the project “{project}”.</source>
        <translation>Phoenix {version} unter {place} hat das Projekt „{project}“.</translation>
    </message>
    <message>
        <source>Places of the first record that the test read. Enter takes one.</source>
        <translation>Stellen des ersten Datensatzes, den der Test gelesen hat. Enter nimmt eine.</translation>
    </message>
    <message>
        <source>Places of the record</source>
        <translation>Stellen des Datensatzes</translation>
    </message>
    <message>
        <source>Policies in two minutes</source>
        <translation>Richtlinien in zwei Minuten</translation>
    </message>
    <message>
        <source>Policy</source>
        <translation>Richtlinie</translation>
    </message>
    <message>
        <source>Pools</source>
        <translation>Pools</translation>
    </message>
    <message>
        <source>Pools, with commas</source>
        <translation>Pools, mit Kommas</translation>
    </message>
    <message>
        <source>Predictions to review; verdicts go back as annotations.</source>
        <translation>Vorhersagen zum Prüfen; Urteile gehen als Annotationen zurück.</translation>
    </message>
    <message>
        <source>Preference pairs, as messages</source>
        <translation>Präferenzpaare, als Nachrichten</translation>
    </message>
    <message>
        <source>Preference pairs, as plain texts</source>
        <translation>Präferenzpaare, als reine Texte</translation>
    </message>
    <message>
        <source>Press a key below to change it.</source>
        <translation>Drücken Sie unten auf eine Taste, um sie zu ändern.</translation>
    </message>
    <message>
        <source>Press a key together with it: Ctrl, Shift or Alt alone are no key.</source>
        <translation>Drücken Sie eine weitere Taste dazu: Strg, Umschalt oder Alt allein sind keine.</translation>
    </message>
    <message>
        <source>Press, then press the new key. Backspace takes the key away.</source>
        <translation>Anklicken, dann die neue Taste drücken. Die Rücktaste entfernt sie.</translation>
    </message>
    <message>
        <source>Previous change or span</source>
        <translation>Vorige Änderung oder Stelle</translation>
    </message>
    <message>
        <source>Previous dispute</source>
        <translation>Voriger strittiger Eintrag</translation>
    </message>
    <message>
        <source>Previous item</source>
        <translation>Voriger Eintrag</translation>
    </message>
    <message>
        <source>Privacy and erasing</source>
        <translation>Datenschutz und Löschen</translation>
    </message>
    <message>
        <source>Private: it stays on this machine and the team never sees it.</source>
        <translation>Privat: Es bleibt auf diesem Rechner, und das Team sieht es nie.</translation>
    </message>
    <message>
        <source>Produced</source>
        <translation>Erzeugt</translation>
    </message>
    <message>
        <source>Project</source>
        <translation>Projekt</translation>
    </message>
    <message>
        <source>Proposes who gets what nobody has; nothing moves before you say so</source>
        <translation>Schlägt vor, wer bekommt, was niemand hat; nichts bewegt sich, bevor Sie es sagen</translation>
    </message>
    <message>
        <source>Proposes who gets what nobody has; nothing moves yet</source>
        <translation>Schlägt vor, wer bekommt, was niemand hat; noch bewegt sich nichts</translation>
    </message>
    <message>
        <source>Pull every</source>
        <translation>Abrufen alle</translation>
    </message>
    <message>
        <source>Pull from a file</source>
        <translation>Aus Datei abrufen</translation>
    </message>
    <message>
        <source>Pull from a file…</source>
        <translation>Aus Datei abrufen …</translation>
    </message>
    <message>
        <source>Pull now</source>
        <translation>Jetzt abrufen</translation>
    </message>
    <message>
        <source>Pulling {file}</source>
        <translation>{file} wird abgerufen</translation>
    </message>
    <message>
        <source>Pulling {name}</source>
        <translation>{name} wird abgerufen</translation>
    </message>
    <message>
        <source>Put back this change</source>
        <translation>Diese Änderung zurücknehmen</translation>
    </message>
    <message>
        <source>Put the output right in place</source>
        <translation>Die Ausgabe an Ort und Stelle berichtigen</translation>
    </message>
    <message>
        <source>Puts it behind, for you alone</source>
        <translation>Stellt sie zurück, nur für Sie</translation>
    </message>
    <message>
        <source>Puts items in; decides nothing. For a service, not for a person.</source>
        <translation>Liefert Einträge ein, entscheidet nichts. Für einen Dienst, nicht für eine Person.</translation>
    </message>
    <message>
        <source>Puts what the other side refused back in line</source>
        <translation>Reiht wieder ein, was die andere Seite abgewiesen hat</translation>
    </message>
    <message>
        <source>Query</source>
        <translation>Abfrage</translation>
    </message>
    <message>
        <source>Questions for this step</source>
        <translation>Fragen zu diesem Schritt</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Ruhe von</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Ruhezeit</translation>
    </message>
    <message>
        <source>Quiet to</source>
        <translation>Ruhe bis</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>RELEASED</source>
        <translation>AUSGELIEFERT</translation>
    </message>
    <message>
        <source>REVIEW</source>
        <translation>PRÜFUNG</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lesen</translation>
    </message>
    <message>
        <source>Reading what was refused again</source>
        <translation>Abgewiesenes wird noch einmal gelesen</translation>
    </message>
    <message>
        <source>Reads what was refused again; what is fixed by now comes in</source>
        <translation>Liest noch einmal, was abgewiesen wurde; was inzwischen behoben ist, kommt herein</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Reasons given before</source>
        <translation>Gründe von früher</translation>
    </message>
    <message>
        <source>Record {number}</source>
        <translation>Datensatz {number}</translation>
    </message>
    <message>
        <source>Records come as JSON Lines (.jsonl), JSON (.json), CSV (.csv) or Parquet (.parquet).</source>
        <translation>Datensätze kommen als JSON Lines (.jsonl), JSON (.json), CSV (.csv) oder Parquet (.parquet).</translation>
    </message>
    <message>
        <source>Records have no field “{name}”, so nothing can be mapped to it. Use one of {known}, or metadata.NAME for a value of the metadata.</source>
        <translation>Datensätze haben kein Feld „{name}“; ihm kann nichts zugeordnet werden. Verwenden Sie {known} oder metadata.NAME für einen Wert der Metadaten.</translation>
    </message>
    <message>
        <source>Records that were refused</source>
        <translation>Abgewiesene Datensätze</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederherstellen</translation>
    </message>
    <message>
        <source>Refused at</source>
        <translation>Abgewiesen bei</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Rejected by {who}, who gave no comment.</source>
        <translation>Abgelehnt von {who}, ohne Kommentar.</translation>
    </message>
    <message>
        <source>Rejected by {who}: {comment}</source>
        <translation>Abgelehnt von {who}: {comment}</translation>
    </message>
    <message>
        <source>Rejected together: {count:,}</source>
        <translation>Gemeinsam abgelehnt: {count:,}</translation>
    </message>
    <message>
        <source>Rejected {id}</source>
        <translation>{id} abgelehnt</translation>
    </message>
    <message>
        <source>Rejected {item}</source>
        <translation>{item} abgelehnt</translation>
    </message>
    <message>
        <source>Rejecting together</source>
        <translation>Gemeinsam ablehnen</translation>
    </message>
    <message>
        <source>Released already: your verdict measures, and stops nothing.</source>
        <translation>Schon ausgeliefert: Ihr Urteil misst, es hält nichts auf.</translation>
    </message>
    <message>
        <source>Released without review</source>
        <translation>Ohne Prüfung ausgeliefert</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Remove	Del</source>
        <translation>Entfernen	Entf</translation>
    </message>
    <message>
        <source>Removes this mark; the output stays as it is</source>
        <translation>Entfernt diese Markierung; die Ausgabe bleibt, wie sie ist</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Entfernen…</translation>
    </message>
    <message>
        <source>Rename…	F2</source>
        <translation>Umbenennen …	F2</translation>
    </message>
    <message>
        <source>Rendered</source>
        <translation>Gesetzt</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Zurücksetzen</translation>
    </message>
    <message>
        <source>Reset all keys</source>
        <translation>Alle Tasten zurücksetzen</translation>
    </message>
    <message>
        <source>Reset the key of {action}</source>
        <translation>Taste für {action} zurücksetzen</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>Reviewer</source>
        <translation>Reviewer</translation>
    </message>
    <message>
        <source>Reviewer shows pictures, PDF and text. Open others with care.</source>
        <translation>Reviewer zeigt Bilder, PDF und Text. Öffnen Sie anderes mit Vorsicht.</translation>
    </message>
    <message>
        <source>Reviewer {version}. Profile in {folder}</source>
        <translation>Reviewer {version}. Profil in {folder}</translation>
    </message>
    <message>
        <source>Revoke now</source>
        <translation>Jetzt ausschließen</translation>
    </message>
    <message>
        <source>Revoke…</source>
        <translation>Ausschließen …</translation>
    </message>
    <message>
        <source>Risk</source>
        <translation>Risiko</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>Rolle</translation>
    </message>
    <message>
        <source>Runs that stopped for a person; the answer lets them go on.</source>
        <translation>Läufe, die auf einen Menschen warten; die Antwort lässt sie weiterlaufen.</translation>
    </message>
    <message>
        <source>SAVED VIEWS</source>
        <translation>GESPEICHERTE ANSICHTEN</translation>
    </message>
    <message>
        <source>SUPERSEDED</source>
        <translation>ERSETZT</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Speichern</translation>
    </message>
    <message>
        <source>Save anyway</source>
        <translation>Trotzdem speichern</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern …</translation>
    </message>
    <message>
        <source>Save correction</source>
        <translation>Korrektur speichern</translation>
    </message>
    <message>
        <source>Save it as UTF-8 and pull it again.</source>
        <translation>Speichern Sie sie als UTF-8 und rufen Sie sie erneut ab.</translation>
    </message>
    <message>
        <source>Save the attachment</source>
        <translation>Anhang speichern</translation>
    </message>
    <message>
        <source>Save the connection</source>
        <translation>Verbindung speichern</translation>
    </message>
    <message>
        <source>Save this view…</source>
        <translation>Diese Ansicht speichern …</translation>
    </message>
    <message>
        <source>Saved view</source>
        <translation>Gespeicherte Ansicht</translation>
    </message>
    <message>
        <source>Saved view 1</source>
        <translation>Gespeicherte Ansicht 1</translation>
    </message>
    <message>
        <source>Saved view 2</source>
        <translation>Gespeicherte Ansicht 2</translation>
    </message>
    <message>
        <source>Saved view 3</source>
        <translation>Gespeicherte Ansicht 3</translation>
    </message>
    <message>
        <source>Saved view 4</source>
        <translation>Gespeicherte Ansicht 4</translation>
    </message>
    <message>
        <source>Saved view 5</source>
        <translation>Gespeicherte Ansicht 5</translation>
    </message>
    <message>
        <source>Saved view 6</source>
        <translation>Gespeicherte Ansicht 6</translation>
    </message>
    <message>
        <source>Saved view 7</source>
        <translation>Gespeicherte Ansicht 7</translation>
    </message>
    <message>
        <source>Saved view 8</source>
        <translation>Gespeicherte Ansicht 8</translation>
    </message>
    <message>
        <source>Saved view 9</source>
        <translation>Gespeicherte Ansicht 9</translation>
    </message>
    <message>
        <source>Saved views</source>
        <translation>Gespeicherte Ansichten</translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation>{name} gespeichert.</translation>
    </message>
    <message>
        <source>Saves what is on the screen</source>
        <translation>Speichert, was auf dem Bildschirm steht</translation>
    </message>
    <message numerus="yes">
        <source>Saving %Ln</source>
        <translation>
            <numerusform>%Ln wird gespeichert</numerusform>
            <numerusform>%Ln werden gespeichert</numerusform>
        </translation>
    </message>
    <message>
        <source>Say until when</source>
        <translation>Sagen, bis wann</translation>
    </message>
    <message>
        <source>Say which column holds the output: --map output=COLUMN.</source>
        <translation>Sagen Sie, welche Spalte die Ausgabe enthält: --map output=SPALTE.</translation>
    </message>
    <message>
        <source>Say which column holds the output: --map output={named}.</source>
        <translation>Sagen Sie, welche Spalte die Ausgabe enthält: --map output={named}.</translation>
    </message>
    <message>
        <source>Say who is invited: an invitation is for one person.</source>
        <translation>Sagen Sie, wer eingeladen wird: Eine Einladung ist für eine Person.</translation>
    </message>
    <message>
        <source>Say why: the reason is all that stays to be seen. Nothing was erased.</source>
        <translation>Sagen Sie, warum: Die Begründung ist alles, was zu sehen bleibt. Nichts wurde gelöscht.</translation>
    </message>
    <message>
        <source>Says until when somebody is away</source>
        <translation>Sagt, bis wann jemand abwesend ist</translation>
    </message>
    <message>
        <source>Says until when somebody is away; they are given nothing meanwhile</source>
        <translation>Sagt, bis wann jemand abwesend ist; solange bekommt die Person nichts</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search or filter</source>
        <translation>Suchen oder filtern</translation>
    </message>
    <message>
        <source>Search the keys</source>
        <translation>Tasten durchsuchen</translation>
    </message>
    <message>
        <source>Search, filters and order under a name</source>
        <translation>Suche, Filter und Ordnung unter einem Namen</translation>
    </message>
    <message>
        <source>Search, or filter:  risk:high  agent:planner</source>
        <translation>Suche, Filter:  risk:high  agent:planner</translation>
    </message>
    <message>
        <source>Search: approve, undo, Ctrl K …</source>
        <translation>Suche: freigeben, rückgängig, Strg K …</translation>
    </message>
    <message>
        <source>Secret</source>
        <translation>Geheimnis</translation>
    </message>
    <message>
        <source>Sees everything and changes nothing; each content read is recorded.</source>
        <translation>Sieht alles und ändert nichts; jeder gelesene Inhalt wird vermerkt.</translation>
    </message>
    <message>
        <source>Sees everything, hands over, settles disputes, invites and revokes.</source>
        <translation>Sieht alles, übergibt, klärt Strittiges, lädt ein und schließt aus.</translation>
    </message>
    <message>
        <source>Select all</source>
        <translation>Alle auswählen</translation>
    </message>
    <message>
        <source>Select down</source>
        <translation>Nach unten auswählen</translation>
    </message>
    <message>
        <source>Select in the output, then say what is wrong with it</source>
        <translation>In der Ausgabe auswählen, dann sagen, was daran falsch ist</translation>
    </message>
    <message>
        <source>Select items to hand over</source>
        <translation>Einträge zum Übergeben auswählen</translation>
    </message>
    <message>
        <source>Select this item</source>
        <translation>Diesen Eintrag auswählen</translation>
    </message>
    <message>
        <source>Select those like it</source>
        <translation>Ähnliche auswählen</translation>
    </message>
    <message>
        <source>Select up</source>
        <translation>Nach oben auswählen</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Send labels</source>
        <translation>Labels senden</translation>
    </message>
    <message>
        <source>Send labels now</source>
        <translation>Labels jetzt senden</translation>
    </message>
    <message>
        <source>Sending labels to {name}</source>
        <translation>Labels werden an {name} gesendet</translation>
    </message>
    <message>
        <source>Sends what waits and fetches what is new</source>
        <translation>Sendet, was wartet, und holt, was neu ist</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Settled {id}</source>
        <translation>{id} geschlichtet</translation>
    </message>
    <message>
        <source>Settles nothing</source>
        <translation>Entscheidet nichts</translation>
    </message>
    <message>
        <source>Severity {word}</source>
        <translation>Schweregrad {word}</translation>
    </message>
    <message>
        <source>Severity: critical</source>
        <translation>Schweregrad: kritisch</translation>
    </message>
    <message>
        <source>Severity: major</source>
        <translation>Schweregrad: erheblich</translation>
    </message>
    <message>
        <source>Severity: minor</source>
        <translation>Schweregrad: gering</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Umschalt</translation>
    </message>
    <message>
        <source>Shortened here: the source has all of it.</source>
        <translation>Hier gekürzt: Der Quelltext hat alles.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alles zeigen</translation>
    </message>
    <message>
        <source>Show new items</source>
        <translation>Neues zeigen</translation>
    </message>
    <message>
        <source>Show or hide the queue</source>
        <translation>Warteschlange ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Show what the agent did</source>
        <translation>Zeigen, was der Agent getan hat</translation>
    </message>
    <message>
        <source>Show what was asked</source>
        <translation>Zeigen, was gefragt war</translation>
    </message>
    <message>
        <source>Show what was decided</source>
        <translation>Entschiedenes zeigen</translation>
    </message>
    <message>
        <source>Shows every action with its key</source>
        <translation>Zeigt jede Aktion mit ihrer Taste</translation>
    </message>
    <message>
        <source>Shows up to three real records as they would come in; keeps nothing</source>
        <translation>Zeigt bis zu drei echte Datensätze, wie sie hereinkämen; behält nichts</translation>
    </message>
    <message>
        <source>Similar items</source>
        <translation>Ähnliche Einträge</translation>
    </message>
    <message>
        <source>Similar items could not be looked for</source>
        <translation>Ähnliche Einträge konnten nicht gesucht werden</translation>
    </message>
    <message>
        <source>Size of content</source>
        <translation>Größe des Inhalts</translation>
    </message>
    <message>
        <source>Size of what agents produced</source>
        <translation>Größe dessen, was Agenten erzeugt haben</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Überspringen</translation>
    </message>
    <message>
        <source>Skipped together: {count:,}</source>
        <translation>Gemeinsam übersprungen: {count:,}</translation>
    </message>
    <message>
        <source>Skipped {id}</source>
        <translation>{id} übersprungen</translation>
    </message>
    <message>
        <source>Skipped {item}</source>
        <translation>{item} übersprungen</translation>
    </message>
    <message>
        <source>Skipping together</source>
        <translation>Gemeinsam überspringen</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Jemand</translation>
    </message>
    <message>
        <source>Somebody decided on this item while you had it open.</source>
        <translation>Während Sie diesen Eintrag geöffnet hatten, hat jemand darüber entschieden.</translation>
    </message>
    <message>
        <source>Somebody else must decide</source>
        <translation>Jemand anderes muss entscheiden</translation>
    </message>
    <message>
        <source>Something went wrong in Reviewer. What you decided is safe; the log has the details.</source>
        <translation>In Reviewer ist etwas schiefgegangen. Ihre Entscheidungen sind sicher; Näheres steht im Protokoll.</translation>
    </message>
    <message>
        <source>Sort</source>
        <translation>Ordnung</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelltext</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Leertaste</translation>
    </message>
    <message>
        <source>Space presses the control that has the keyboard; only paging can share it.</source>
        <translation>Die Leertaste betätigt das Element im Fokus; nur das Blättern darf sie teilen.</translation>
    </message>
    <message>
        <source>Span “{words}”: {type}</source>
        <translation>Stelle „{words}“: {type}</translation>
    </message>
    <message>
        <source>Start over</source>
        <translation>Von vorn</translation>
    </message>
    <message>
        <source>Started with --offline: nothing is pulled or sent by itself.</source>
        <translation>Mit --offline gestartet: Nichts wird von selbst abgerufen oder gesendet.</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>Stay</source>
        <translation>Bleiben</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Stopped by you. The items are yours, but only {done} of {total} are here whole. Take along again to fetch the rest, or give them back.</source>
        <translation>Von Ihnen angehalten. Die Einträge gehören Ihnen, aber nur {done} von {total} sind ganz hier. Nehmen Sie noch einmal mit, um den Rest zu holen, oder geben Sie sie zurück.</translation>
    </message>
    <message>
        <source>Stopped by you; what was read is kept.</source>
        <translation>Von Ihnen angehalten; das Gelesene bleibt.</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>Betreff</translation>
    </message>
    <message>
        <source>Swap the two</source>
        <translation>Die beiden tauschen</translation>
    </message>
    <message>
        <source>Tab goes from one control to the next; it cannot be given to an action.</source>
        <translation>Tab geht von Element zu Element; die Taste kann keiner Aktion gegeben werden.</translation>
    </message>
    <message>
        <source>Tab goes on to the next one, Shift Tab back; digits answer</source>
        <translation>Tab geht zur nächsten, Umschalt Tab zurück; Ziffern antworten</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabelle</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Übernehmen</translation>
    </message>
    <message>
        <source>Take a decision</source>
        <translation>Eine Entscheidung übernehmen</translation>
    </message>
    <message>
        <source>Take along</source>
        <translation>Mitnehmen</translation>
    </message>
    <message>
        <source>Take decision 1</source>
        <translation>Entscheidung 1 übernehmen</translation>
    </message>
    <message>
        <source>Take decision 2</source>
        <translation>Entscheidung 2 übernehmen</translation>
    </message>
    <message>
        <source>Take decision 3</source>
        <translation>Entscheidung 3 übernehmen</translation>
    </message>
    <message>
        <source>Take decision 4</source>
        <translation>Entscheidung 4 übernehmen</translation>
    </message>
    <message>
        <source>Take decision 5</source>
        <translation>Entscheidung 5 übernehmen</translation>
    </message>
    <message>
        <source>Take decision 6</source>
        <translation>Entscheidung 6 übernehmen</translation>
    </message>
    <message>
        <source>Take decision 7</source>
        <translation>Entscheidung 7 übernehmen</translation>
    </message>
    <message>
        <source>Take decision 8</source>
        <translation>Entscheidung 8 übernehmen</translation>
    </message>
    <message>
        <source>Take decision 9</source>
        <translation>Entscheidung 9 übernehmen</translation>
    </message>
    <message>
        <source>Take it from there</source>
        <translation>Von dort übernehmen</translation>
    </message>
    <message>
        <source>Take it out</source>
        <translation>Herausnehmen</translation>
    </message>
    <message>
        <source>Take items along…</source>
        <translation>Einträge mitnehmen …</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Herausnehmen</translation>
    </message>
    <message>
        <source>Take the left</source>
        <translation>Die linke übernehmen</translation>
    </message>
    <message>
        <source>Take the right</source>
        <translation>Die rechte übernehmen</translation>
    </message>
    <message>
        <source>Take the row out</source>
        <translation>Zeile entfernen</translation>
    </message>
    <message>
        <source>Take this one</source>
        <translation>Diese übernehmen</translation>
    </message>
    <message>
        <source>Takes back your last decision</source>
        <translation>Nimmt Ihre letzte Entscheidung zurück</translation>
    </message>
    <message>
        <source>Takes effect at the next start.</source>
        <translation>Gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>Takes in agents&apos; outputs</source>
        <translation>Nimmt Ausgaben von Agenten auf</translation>
    </message>
    <message>
        <source>Takes in what is new there</source>
        <translation>Holt herein, was dort neu ist</translation>
    </message>
    <message>
        <source>Taking items along</source>
        <translation>Einträge werden mitgenommen</translation>
    </message>
    <message>
        <source>Task {task} is no longer in Label Studio, or this account may not see it. The label stays here.</source>
        <translation>Aufgabe {task} gibt es in Label Studio nicht mehr, oder dieses Konto darf sie nicht sehen. Das Label bleibt hier.</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Team hub</source>
        <translation>Team-Hub</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Testen</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>That does not work: {why}. Nothing was changed.</source>
        <translation>Das geht nicht: {why}. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>That is no key that this program knows.</source>
        <translation>Diese Taste kennt das Programm nicht.</translation>
    </message>
    <message>
        <source>The address names no database file. Write it like sqlite:///folder/outputs.db, or sqlite:////folder/outputs.db for a path from the root.</source>
        <translation>Die Adresse nennt keine Datenbankdatei. Schreiben Sie sie wie sqlite:///ordner/ausgaben.db, oder sqlite:////ordner/ausgaben.db für einen Pfad ab der Wurzel.</translation>
    </message>
    <message>
        <source>The address “{address}” cannot be used: {why}.</source>
        <translation>Die Adresse „{address}“ kann nicht verwendet werden: {why}.</translation>
    </message>
    <message>
        <source>The agent</source>
        <translation>Der Agent</translation>
    </message>
    <message>
        <source>The agent cannot take this answer: {why}. It still waits; decide again.</source>
        <translation>Der Agent kann diese Antwort nicht annehmen: {why}. Er wartet weiter; entscheiden Sie erneut.</translation>
    </message>
    <message>
        <source>The agent has produced a new version of it.</source>
        <translation>Der Agent hat ihn neu erzeugt.</translation>
    </message>
    <message>
        <source>The agent has produced a new version of {item}.</source>
        <translation>Der Agent hat {item} neu erzeugt.</translation>
    </message>
    <message>
        <source>The agent no longer waited for this answer, so it was not given. Open the item to see.</source>
        <translation>Der Agent wartete nicht mehr auf diese Antwort, also wurde sie nicht gegeben. Öffnen Sie den Eintrag, um nachzusehen.</translation>
    </message>
    <message>
        <source>The agent of {item} does not wait for this answer any more: somebody answered it elsewhere, or it was stopped. Nothing was sent; the decision stays a label here.</source>
        <translation>Der Agent von {item} wartet nicht mehr auf diese Antwort: Jemand hat ihm anderswo geantwortet, oder er wurde angehalten. Nichts wurde gesendet; die Entscheidung bleibt hier ein Label.</translation>
    </message>
    <message>
        <source>The agent of {item} is busy with another run. It is answered as soon as that has ended.</source>
        <translation>Der Agent von {item} ist mit einem anderen Lauf beschäftigt. Ihm wird geantwortet, sobald der zu Ende ist.</translation>
    </message>
    <message>
        <source>The agent of {item} is gone: its thread was deleted. Nothing was sent; the decision stays a label here.</source>
        <translation>Den Agenten von {item} gibt es nicht mehr: Sein Thread wurde gelöscht. Nichts wurde gesendet; die Entscheidung bleibt hier ein Label.</translation>
    </message>
    <message>
        <source>The agent of {item} now asks something else than what was decided on. Nothing was sent; pull again and decide what it asks now.</source>
        <translation>Der Agent von {item} fragt jetzt etwas anderes als das, worüber entschieden wurde. Nichts wurde gesendet; holen Sie erneut ab und entscheiden Sie, was er jetzt fragt.</translation>
    </message>
    <message>
        <source>The agent of {item} took an answer and then failed ({why}). It keeps that answer, so that nothing more is sent; whoever runs the agent has to start it again.</source>
        <translation>Der Agent von {item} nahm eine Antwort an und scheiterte dann ({why}). Er behält diese Antwort, darum wird nichts mehr gesendet; wer den Agenten betreibt, muss ihn neu starten.</translation>
    </message>
    <message>
        <source>The agent of {item} was answered already and went on, so that the answer stands. What was decided since is kept as a label here.</source>
        <translation>Dem Agenten von {item} wurde schon geantwortet, und er machte weiter; die Antwort gilt. Was seither entschieden wurde, bleibt hier als Label.</translation>
    </message>
    <message>
        <source>The agent went on with what it was told; the change of the decision does not reach it.</source>
        <translation>Der Agent hat mit der Antwort weitergearbeitet; die geänderte Entscheidung erreicht ihn nicht.</translation>
    </message>
    <message>
        <source>The annotation of task {task} could not be made: another task has one with the same id, perhaps since the project was copied. Pull from the project that labels should go to.</source>
        <translation>Die Annotation von Aufgabe {task} konnte nicht angelegt werden: Eine andere Aufgabe hat eine mit derselben Kennung, vielleicht weil das Projekt kopiert wurde. Rufen Sie aus dem Projekt ab, in das die Labels sollen.</translation>
    </message>
    <message>
        <source>The answers could not be read</source>
        <translation>Die Antworten ließen sich nicht lesen</translation>
    </message>
    <message>
        <source>The attached PDF</source>
        <translation>Das angehängte PDF</translation>
    </message>
    <message>
        <source>The attached picture</source>
        <translation>Das angehängte Bild</translation>
    </message>
    <message>
        <source>The attachment</source>
        <translation>Der Anhang</translation>
    </message>
    <message>
        <source>The attachment “{name}” has {size} MB; at most {most} MB are fetched.</source>
        <translation>Der Anhang „{name}“ hat {size} MB; höchstens {most} MB werden geholt.</translation>
    </message>
    <message>
        <source>The attachment “{name}” on the hub is not the one that came with the item, so it is not shown. Tell a lead; the source has to be pulled again.</source>
        <translation>Der Anhang „{name}“ auf dem Hub ist nicht der, der mit dem Eintrag kam, und wird darum nicht gezeigt. Sagen Sie es der Leitung; die Quelle muss neu geholt werden.</translation>
    </message>
    <message>
        <source>The call is not signed: it lacks a header of a signature. Refuse it.</source>
        <translation>Der Aufruf ist nicht signiert: Ihm fehlt ein Header der Signatur. Weisen Sie ihn ab.</translation>
    </message>
    <message>
        <source>The call was not signed with this secret, or was changed since. Refuse it.</source>
        <translation>Der Aufruf wurde nicht mit diesem Geheimnis signiert oder danach verändert. Weisen Sie ihn ab.</translation>
    </message>
    <message>
        <source>The call was signed at another time than now, so it may be an old one sent again. Refuse it, and see whether both clocks are right.</source>
        <translation>Der Aufruf wurde zu einer anderen Zeit als jetzt signiert und ist vielleicht ein alter, der noch einmal gesendet wurde. Weisen Sie ihn ab, und prüfen Sie, ob beide Uhren richtig gehen.</translation>
    </message>
    <message>
        <source>The changes so far</source>
        <translation>Die bisherigen Änderungen</translation>
    </message>
    <message>
        <source>The clock of this machine and the hub&apos;s are {minutes} minutes apart. Times that you see may be wrong; nothing is lost by it.</source>
        <translation>Die Uhren dieses Rechners und des Hubs gehen {minutes} Minuten auseinander. Angezeigte Zeiten können falsch sein; verloren geht dadurch nichts.</translation>
    </message>
    <message>
        <source>The columns</source>
        <translation>Die Spalten</translation>
    </message>
    <message>
        <source>The configured ones are {known}.</source>
        <translation>Eingerichtet sind {known}.</translation>
    </message>
    <message>
        <source>The connections could not be read</source>
        <translation>Die Verbindungen konnten nicht gelesen werden</translation>
    </message>
    <message>
        <source>The connector “{kind}” ({entry}) cannot be loaded: {cause}. Its sources are not read. Install its package again, or remove it.</source>
        <translation>Der Konnektor „{kind}“ ({entry}) kann nicht geladen werden: {cause}. Seine Quellen werden nicht gelesen. Installieren Sie sein Paket erneut, oder entfernen Sie es.</translation>
    </message>
    <message>
        <source>The connector “{kind}” failed on this label; the log says where. The label is kept: try it again once the connector was mended.</source>
        <translation>Der Konnektor „{kind}“ ist an diesem Label gescheitert; das Protokoll sagt, wo. Das Label bleibt erhalten: versuchen Sie es erneut, sobald der Konnektor repariert ist.</translation>
    </message>
    <message>
        <source>The content is not on this machine. It can be decided once it is: look again while the hub can be reached.</source>
        <translation>Der Inhalt ist nicht auf diesem Rechner. Entscheiden können Sie, sobald er da ist: Sehen Sie noch einmal nach, solange der Hub erreichbar ist.</translation>
    </message>
    <message>
        <source>The content of this item was erased ({when}): {why}</source>
        <translation>Der Inhalt dieses Eintrags wurde gelöscht ({when}): {why}</translation>
    </message>
    <message>
        <source>The content of this item was erased by {person} ({when}): {why}</source>
        <translation>Der Inhalt dieses Eintrags wurde von {person} gelöscht ({when}): {why}</translation>
    </message>
    <message>
        <source>The content of {item} is not on this machine.</source>
        <translation>Der Inhalt von {item} ist nicht auf diesem Rechner.</translation>
    </message>
    <message>
        <source>The content of {item} was erased.</source>
        <translation>Der Inhalt von {item} wurde gelöscht.</translation>
    </message>
    <message>
        <source>The corrected output</source>
        <translation>Die korrigierte Ausgabe</translation>
    </message>
    <message>
        <source>The correction cannot be used by {function}: {reason}. Nothing was done with it; the correction is kept as a label.</source>
        <translation>{function} kann die Korrektur nicht verwenden: {reason}. Nichts wurde damit getan; die Korrektur bleibt als Label erhalten.</translation>
    </message>
    <message>
        <source>The correction of {person}</source>
        <translation>Die Korrektur von {person}</translation>
    </message>
    <message>
        <source>The cursor stands on no change. F8 goes to the next one.</source>
        <translation>Der Cursor steht auf keiner Änderung. F8 geht zur nächsten.</translation>
    </message>
    <message>
        <source>The database {path} cannot be used: {why}. Nothing was changed. Check the folder&apos;s rights and free space, or use another --home.</source>
        <translation>Die Datenbank {path} ist nicht benutzbar: {why}. Nichts wurde geändert. Prüfen Sie Rechte und freien Platz des Ordners, oder verwenden Sie ein anderes --home.</translation>
    </message>
    <message>
        <source>The database {place} cannot be read ({why}). Check its address, the account, its password and the network.</source>
        <translation>Die Datenbank {place} kann nicht gelesen werden ({why}). Prüfen Sie Adresse, Konto, Passwort und Netz.</translation>
    </message>
    <message>
        <source>The database {place} does not run the query ({why}). Correct the query, the table or the cursor&apos;s column in the connection.</source>
        <translation>Die Datenbank {place} führt die Abfrage nicht aus ({why}). Berichtigen Sie in der Verbindung die Abfrage, die Tabelle oder die Spalte zum Weiterlesen.</translation>
    </message>
    <message>
        <source>The database {where} cannot be reached ({why}). Nothing was changed. Look whether host, port and database in the address are right and the server runs.</source>
        <translation>Die Datenbank {where} ist nicht erreichbar ({why}). Nichts wurde geändert. Prüfen Sie, ob Rechner, Port und Datenbank in der Adresse stimmen und der Server läuft.</translation>
    </message>
    <message>
        <source>The database “{name}” holds something else ({seen}), so no hub was made in it. It was left untouched. Create an empty database for the hub.</source>
        <translation>Die Datenbank „{name}“ enthält etwas anderes ({seen}); darum wurde darin kein Hub angelegt. Sie blieb unberührt. Legen Sie für den Hub eine leere Datenbank an.</translation>
    </message>
    <message>
        <source>The desk</source>
        <translation>Der Prüfplatz</translation>
    </message>
    <message>
        <source>The enrolment text is damaged: {how}. It is still good: copy it again as a whole, or ask for it to be sent as a file.</source>
        <translation>Der Einladungstext ist beschädigt: {how}. Er gilt noch: Kopieren Sie ihn noch einmal vollständig, oder lassen Sie ihn sich als Datei schicken.</translation>
    </message>
    <message>
        <source>The enrolment text to send</source>
        <translation>Der Beitrittstext zum Versenden</translation>
    </message>
    <message>
        <source>The enrolment text would be longer than {limit} KiB. Give a file with only the certificate that signed the hub&apos;s own, and invite again.</source>
        <translation>Der Einladungstext wäre länger als {limit} KiB. Geben Sie eine Datei an, die nur das Zertifikat enthält, mit dem das des Hubs unterschrieben ist, und laden Sie noch einmal ein.</translation>
    </message>
    <message>
        <source>The experiment “{experiment}” was deleted at {place}. Restore it there, or name another one.</source>
        <translation>Das Experiment „{experiment}“ wurde auf {place} gelöscht. Stellen Sie es dort wieder her oder nennen Sie ein anderes.</translation>
    </message>
    <message>
        <source>The expression for “{name}” cannot be read: {text} ({why}). It must be JMESPath, such as answer.text or messages[-1].content.</source>
        <translation>Der Ausdruck für „{name}“ ist nicht lesbar: {text} ({why}). Er muss JMESPath sein, etwa answer.text oder messages[-1].content.</translation>
    </message>
    <message>
        <source>The filter “{text}” cannot be read. Give the number of a tab of the Data Manager, or its filters as JSON with the members conjunction and items.</source>
        <translation>Der Filter „{text}“ kann nicht gelesen werden. Geben Sie die Nummer eines Reiters im Data Manager an oder dessen Filter als JSON mit conjunction und items.</translation>
    </message>
    <message>
        <source>The first {shown} of {total} characters.</source>
        <translation>Die ersten {shown} von {total} Zeichen.</translation>
    </message>
    <message>
        <source>The hub and this machine do not have the same. Everything is read again in the next round; nothing is lost.</source>
        <translation>Der Hub und dieser Rechner haben nicht dasselbe. In der nächsten Runde wird alles neu gelesen; verloren ist nichts.</translation>
    </message>
    <message>
        <source>The hub at scale</source>
        <translation>Der Hub im Großen</translation>
    </message>
    <message>
        <source>The hub did not take {n} of your acts: {why}. They are kept here and shown to your lead.</source>
        <translation>Der Hub hat {n} Ihrer Handlungen nicht angenommen: {why}. Sie bleiben hier erhalten und werden der Leitung gezeigt.</translation>
    </message>
    <message>
        <source>The hub has been held up for {minutes} min by {login}, which keeps a transaction open. What others did since then comes when it ends.</source>
        <translation>Der Hub wird seit {minutes} min von {login} aufgehalten, das eine Transaktion offen hält. Was andere seither getan haben, kommt, wenn sie endet.</translation>
    </message>
    <message>
        <source>The hub has entries of this device that are not the ones here: this profile was copied or restored. The next round goes on with a chain of its own.</source>
        <translation>Der Hub hat von diesem Gerät andere Einträge als hier: Das Profil wurde kopiert oder zurückgespielt. Die nächste Runde setzt mit einer eigenen Kette fort.</translation>
    </message>
    <message>
        <source>The hub was made by a newer version of Reviewer. It was left untouched. Install the newer version to administer it.</source>
        <translation>Der Hub wurde mit einer neueren Version von Reviewer angelegt. Er blieb unberührt. Installieren Sie die neuere Version, um ihn zu verwalten.</translation>
    </message>
    <message>
        <source>The hub was restored or replaced. Everything is compared anew.</source>
        <translation>Der Hub wurde zurückgespielt oder ersetzt. Alles wird neu verglichen.</translation>
    </message>
    <message>
        <source>The id of an item, or its beginning …</source>
        <translation>ID eines Eintrags oder ihr Anfang …</translation>
    </message>
    <message>
        <source>The item alone</source>
        <translation>Nur die Ausgabe</translation>
    </message>
    <message>
        <source>The item and the next one</source>
        <translation>Den Eintrag und den nächsten</translation>
    </message>
    <message>
        <source>The item and the one before</source>
        <translation>Den Eintrag und den vorigen</translation>
    </message>
    <message>
        <source>The item does not come from project {project} of Label Studio, so there is no task there to annotate. Only labels of items that were pulled from it can be sent to it.</source>
        <translation>Der Eintrag stammt nicht aus Projekt {project} von Label Studio, daher gibt es dort keine Aufgabe zu annotieren. Nur Labels von Einträgen, die von dort abgerufen wurden, können dorthin gesendet werden.</translation>
    </message>
    <message>
        <source>The item is being opened</source>
        <translation>Der Eintrag wird geöffnet</translation>
    </message>
    <message>
        <source>The item {item} did not come from LangSmith, so its label cannot go there. An item of another source needs metadata.langsmith.run_id.</source>
        <translation>Der Eintrag {item} kam nicht aus LangSmith, sein Label kann also nicht dorthin. Ein Eintrag aus einer anderen Quelle braucht metadata.langsmith.run_id.</translation>
    </message>
    <message>
        <source>The item {item} did not come from Langfuse, so its label cannot go there. An item of another source needs metadata.langfuse.trace_id.</source>
        <translation>Der Eintrag {item} kam nicht aus Langfuse, sein Label kann also nicht dorthin. Ein Eintrag aus einer anderen Quelle braucht metadata.langfuse.trace_id.</translation>
    </message>
    <message>
        <source>The item {item} did not come from Phoenix, so its label cannot go there. An item of another source needs metadata.phoenix.span_id.</source>
        <translation>Der Eintrag {item} kam nicht aus Phoenix, sein Label kann also nicht dorthin. Ein Eintrag aus einer anderen Quelle braucht metadata.phoenix.span_id.</translation>
    </message>
    <message>
        <source>The key of “{action}” cannot be changed.</source>
        <translation>Die Taste für „{action}“ ist nicht änderbar.</translation>
    </message>
    <message>
        <source>The keys of the desk act on all</source>
        <translation>Tasten für alle</translation>
    </message>
    <message>
        <source>The labels were written, but their manifest {path} was not: {why}. The one that may be there belongs to the labels from before. Export again.</source>
        <translation>Die Labels wurden geschrieben, ihr Manifest {path} aber nicht: {why}. Eines, das dort liegen mag, gehört zu den Labels von vorher. Exportieren Sie noch einmal.</translation>
    </message>
    <message>
        <source>The last decision was not saved</source>
        <translation>Die letzte Entscheidung wurde nicht gespeichert</translation>
    </message>
    <message>
        <source>The latest {shown} of {total} records that were refused.</source>
        <translation>Die letzten {shown} von {total} abgewiesenen Datensätzen.</translation>
    </message>
    <message>
        <source>The list could not be read. The log has the details.</source>
        <translation>Die Liste konnte nicht gelesen werden. Näheres steht im Protokoll.</translation>
    </message>
    <message>
        <source>The list stays as it was.</source>
        <translation>Die Liste bleibt, wie sie war.</translation>
    </message>
    <message>
        <source>The mapping “{text}” {wrong}. Write it like output=answer.text.</source>
        <translation>Die Zuordnung „{text}“ {wrong}. Schreiben Sie sie wie output=answer.text.</translation>
    </message>
    <message>
        <source>The next items of your queue, with everything that belongs to them</source>
        <translation>Die nächsten Einträge Ihrer Warteschlange, mit allem, was dazugehört</translation>
    </message>
    <message>
        <source>The numbers of the rows</source>
        <translation>Die Nummern der Zeilen</translation>
    </message>
    <message>
        <source>The one under the cursor</source>
        <translation>Die unter dem Cursor</translation>
    </message>
    <message>
        <source>The option “{name}” says nothing without “{other}”. Give both, or neither.</source>
        <translation>Die Option „{name}“ sagt nichts ohne „{other}“. Geben Sie beide an oder keine.</translation>
    </message>
    <message>
        <source>The other side has these.</source>
        <translation>Die andere Seite hat diese.</translation>
    </message>
    <message>
        <source>The other side refused these for good. Mend the cause, then try again.</source>
        <translation>Die andere Seite hat diese endgültig abgewiesen. Beheben Sie die Ursache und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The output after</source>
        <translation>Die Ausgabe danach</translation>
    </message>
    <message>
        <source>The output as a form</source>
        <translation>Die Ausgabe als Formular</translation>
    </message>
    <message>
        <source>The output as it is.</source>
        <translation>Die Ausgabe, wie sie ist.</translation>
    </message>
    <message>
        <source>The output before</source>
        <translation>Die Ausgabe davor</translation>
    </message>
    <message>
        <source>The output is right as it is</source>
        <translation>Die Ausgabe stimmt, wie sie ist</translation>
    </message>
    <message>
        <source>The output was not taken: {reason}. Nothing was kept of it.</source>
        <translation>Die Ausgabe wurde nicht angenommen: {reason}. Nichts davon wurde aufgehoben.</translation>
    </message>
    <message>
        <source>The package of this connection is not installed any longer.</source>
        <translation>Das Paket dieser Verbindung ist nicht mehr installiert.</translation>
    </message>
    <message>
        <source>The path {path} is not UTF-8 text. Rename it, and read it again.</source>
        <translation>Der Pfad {path} ist kein UTF-8-Text. Benennen Sie ihn um und lesen Sie erneut.</translation>
    </message>
    <message>
        <source>The pattern “{pattern}” cannot be used: it must name files below the folder, such as *.jsonl or **/*.csv.</source>
        <translation>Das Muster „{pattern}“ ist nicht verwendbar: Es muss Dateien unterhalb des Ordners nennen, etwa *.jsonl oder **/*.csv.</translation>
    </message>
    <message>
        <source>The pattern “{pattern}” cannot be used: it must name files below the folder, such as *.jsonl or **/traces*.json.</source>
        <translation>Das Muster „{pattern}“ ist nicht verwendbar: Es muss Dateien unterhalb des Ordners benennen, etwa *.jsonl oder **/traces*.json.</translation>
    </message>
    <message>
        <source>The place reached may be unknown there by now: remove the source and add it.</source>
        <translation>Die erreichte Stelle ist dort vielleicht nicht mehr bekannt: Entfernen Sie die Quelle und fügen Sie sie wieder hinzu.</translation>
    </message>
    <message>
        <source>The policy gives no guidelines for this step.</source>
        <translation>Die Richtlinie enthält keinen Leitfaden für diesen Schritt.</translation>
    </message>
    <message>
        <source>The policy {path} cannot be read: {why}. Nothing was changed.</source>
        <translation>Die Richtlinie {path} kann nicht gelesen werden: {why}. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The project&apos;s labelling interface cannot be read ({why}). Open it in Label Studio, repair it and save it again.</source>
        <translation>Die Beschriftungsoberfläche des Projekts kann nicht gelesen werden ({why}). Öffnen Sie sie in Label Studio, bringen Sie sie in Ordnung und speichern Sie sie erneut.</translation>
    </message>
    <message>
        <source>The project&apos;s labelling interface has no control “{name}” for what is sent. Add {snippet} to it (Settings, Labelling Interface, Code), or name another control in the connection, and send it again.</source>
        <translation>Die Beschriftungsoberfläche des Projekts hat kein Bedienelement „{name}“ für das, was gesendet wird. Fügen Sie {snippet} hinzu (Settings, Labelling Interface, Code) oder nennen Sie in der Verbindung ein anderes, und senden Sie es erneut.</translation>
    </message>
    <message>
        <source>The query has two columns called “{name}”. Give one another name with AS.</source>
        <translation>Die Abfrage hat zwei Spalten namens „{name}“. Geben Sie einer mit AS einen anderen Namen.</translation>
    </message>
    <message>
        <source>The query is not run: {why}. It must be one SELECT, or WITH … SELECT, that changes nothing.</source>
        <translation>Die Abfrage wird nicht ausgeführt: {why}. Sie muss ein einziges SELECT oder WITH … SELECT sein, das nichts ändert.</translation>
    </message>
    <message>
        <source>The queue</source>
        <translation>Die Warteschlange</translation>
    </message>
    <message>
        <source>The rest of the window follows the system&apos;s font.</source>
        <translation>Der Rest des Fensters folgt der Schrift des Systems.</translation>
    </message>
    <message>
        <source>The rows have no column “{column}” to read on by. Their columns are {known}.</source>
        <translation>Die Zeilen haben keine Spalte „{column}“ zum Weiterlesen. Ihre Spalten sind {known}.</translation>
    </message>
    <message>
        <source>The rows of a query, such as a table that an agent writes.</source>
        <translation>Die Zeilen einer Abfrage, etwa einer Tabelle, die ein Agent schreibt.</translation>
    </message>
    <message>
        <source>The sample cannot have {items} items. Ask for 0 or more.</source>
        <translation>Das Beispiel kann nicht {items} Einträge haben. Verlangen Sie 0 oder mehr.</translation>
    </message>
    <message>
        <source>The sample does not know the place “{cursor}”, so nothing was read. Remove the source and add it again to read it from its start.</source>
        <translation>Das Beispiel kennt die Stelle „{cursor}“ nicht; es wurde nichts gelesen. Entfernen Sie die Quelle und fügen Sie sie neu hinzu, um von vorn zu lesen.</translation>
    </message>
    <message>
        <source>The schema of this step is no JSON; nothing is checked against it.</source>
        <translation>Das Schema dieses Schritts ist kein JSON; es wird nichts dagegen geprüft.</translation>
    </message>
    <message>
        <source>The schema of this step is no valid JSON Schema; nothing is checked by it.</source>
        <translation>Das Schema dieses Schritts ist kein gültiges JSON-Schema; es wird nichts damit geprüft.</translation>
    </message>
    <message>
        <source>The schema of this step refers to another file or address, which is never read; nothing is checked against it.</source>
        <translation>Das Schema dieses Schritts verweist auf eine andere Datei oder Adresse, die nie gelesen wird; es wird nichts dagegen geprüft.</translation>
    </message>
    <message>
        <source>The search was not understood at character {place}: {why}</source>
        <translation>Die Suche ist ab Zeichen {place} unverständlich: {why}</translation>
    </message>
    <message>
        <source>The secret for “{name}” was not stored: this machine has no usable keyring ({why}). Secrets are never written to a file. Start a keyring (on Linux: install and unlock gnome-keyring or KWallet; on a server `dbus-run-session` with gnome-keyring-daemon), or set the environment variable {variable} before starting Reviewer.</source>
        <translation>Das Geheimnis für „{name}“ wurde nicht gespeichert: Dieser Rechner hat keinen benutzbaren Schlüsselbund ({why}). Geheimnisse werden nie in eine Datei geschrieben. Starten Sie einen Schlüsselbund (unter Linux: gnome-keyring oder KWallet installieren und entsperren; auf einem Server `dbus-run-session` mit gnome-keyring-daemon), oder setzen Sie die Umgebungsvariable {variable}, bevor Sie Reviewer starten.</translation>
    </message>
    <message>
        <source>The server does not let {user} in: the name or the password is another one. Nothing was changed. The password is asked for in a terminal, or taken from PGPASSWORD or a password file (PGPASSFILE).</source>
        <translation>Der Server lässt {user} nicht hinein: Name oder Passwort stimmen nicht. Nichts wurde geändert. Das Passwort wird in einem Terminal erfragt oder aus PGPASSWORD oder einer Passwortdatei (PGPASSFILE) genommen.</translation>
    </message>
    <message>
        <source>The server took the answer for {item}, and the agent still asks the same. It is not sent again; look at the agent.</source>
        <translation>Der Server nahm die Antwort für {item} an, und der Agent fragt noch dasselbe. Sie wird nicht erneut gesendet; sehen Sie nach dem Agenten.</translation>
    </message>
    <message>
        <source>The settings give {key} to “{one}” and to “{other}”. “{loser}” keeps {usual}.</source>
        <translation>Die Einstellungen geben {key} an „{one}“ und „{other}“. „{loser}“ behält {usual}.</translation>
    </message>
    <message>
        <source>The settings give “{action}” the key “{key}”. {why} It keeps {usual}.</source>
        <translation>Die Einstellungen geben „{action}“ die Taste „{key}“. {why} Es bleibt bei {usual}.</translation>
    </message>
    <message>
        <source>The settings in {path} cannot be used: {why}. Correct the file, or move it away to start with the defaults.</source>
        <translation>Die Einstellungen in {path} sind nicht verwendbar: {why}. Berichtigen Sie die Datei, oder verschieben Sie sie, um mit den Vorgaben zu beginnen.</translation>
    </message>
    <message>
        <source>The settings name keys for “{name}”, which is no action.</source>
        <translation>Die Einstellungen nennen Tasten für „{name}“, was keine Aktion ist.</translation>
    </message>
    <message>
        <source>The signing key of this device is not in the keyring. What you decide is kept, and is signed and sent when the key is there: unlock the keyring. If the key is gone for good, ask a lead for an enrolment text for this device and join again.</source>
        <translation>Der Signaturschlüssel dieses Geräts ist nicht im Schlüsselbund. Was Sie entscheiden, bleibt erhalten und wird unterschrieben und gesendet, sobald der Schlüssel da ist: Entsperren Sie den Schlüsselbund. Ist der Schlüssel endgültig fort, bitten Sie die Leitung um einen Einladungstext für dieses Gerät, und treten Sie noch einmal bei.</translation>
    </message>
    <message>
        <source>The signing secret cannot be used: what follows whsec_ must be base64. Copy it again as a whole.</source>
        <translation>Das Signaturgeheimnis kann nicht verwendet werden: Was auf whsec_ folgt, muss Base64 sein. Kopieren Sie es noch einmal ganz.</translation>
    </message>
    <message>
        <source>The source has the rest of this message.</source>
        <translation>Der Rest dieser Nachricht steht im Quelltext.</translation>
    </message>
    <message>
        <source>The source of the trace</source>
        <translation>Der Quelltext des Ablaufs</translation>
    </message>
    <message>
        <source>The source says nothing about what was asked.</source>
        <translation>Die Quelle sagt nichts darüber, was gefragt war.</translation>
    </message>
    <message>
        <source>The sources whose labels go there; all where none is chosen.</source>
        <translation>Die Quellen, deren Labels dorthin gehen; alle, wenn keine gewählt ist.</translation>
    </message>
    <message>
        <source>The span {start}:{end} is no piece of the output, which has {length:,} characters. Nothing was decided.</source>
        <translation>Die Stelle {start}:{end} ist kein Teil der Ausgabe, die {length:,} Zeichen hat. Nichts wurde entschieden.</translation>
    </message>
    <message>
        <source>The team hub cannot be reached ({why}). You can go on working: everything is kept here and is sent when the hub answers again.</source>
        <translation>Der Team-Hub ist nicht erreichbar ({why}). Sie können weiterarbeiten: Alles bleibt hier erhalten und wird gesendet, sobald der Hub wieder antwortet.</translation>
    </message>
    <message>
        <source>The team hub is older than this program. Nothing was exchanged; your work is kept here. Ask whoever administers the hub to run `reviewer-app hub init` with this version.</source>
        <translation>Der Team-Hub ist älter als dieses Programm. Nichts wurde ausgetauscht; Ihre Arbeit bleibt hier erhalten. Bitten Sie die Verwaltung des Hubs, `reviewer-app hub init` mit dieser Version auszuführen.</translation>
    </message>
    <message>
        <source>The team hub no longer lets this machine in: your membership was ended, or the password is another one. What you decided and had not sent is kept here. Ask a lead of the team. {why}</source>
        <translation>Der Team-Hub lässt diesen Rechner nicht mehr hinein: Ihre Mitgliedschaft wurde beendet, oder das Passwort ist ein anderes. Was Sie entschieden und noch nicht gesendet haben, bleibt hier erhalten. Fragen Sie die Leitung des Teams. {why}</translation>
    </message>
    <message>
        <source>The team hub refused this: {why}. Nothing was changed.</source>
        <translation>Der Team-Hub hat das abgelehnt: {why}. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>The team hub was restored on another server, and is not open yet: its administrator runs `reviewer-app hub init` there once. What you decide is kept here and is sent then.</source>
        <translation>Der Team-Hub wurde auf einem anderen Server zurückgespielt und ist noch nicht offen: Die Verwaltung führt dort einmal `reviewer-app hub init` aus. Was Sie entscheiden, bleibt hier erhalten und wird dann gesendet.</translation>
    </message>
    <message>
        <source>The team hub was upgraded and this program is too old for it. Nothing was exchanged; your work is kept here. Install the newer version of Reviewer.</source>
        <translation>Der Team-Hub wurde erneuert, und dieses Programm ist zu alt dafür. Nichts wurde ausgetauscht; Ihre Arbeit bleibt hier erhalten. Installieren Sie die neuere Version von Reviewer.</translation>
    </message>
    <message>
        <source>The team&apos;s hub does not let this machine in: {trouble} What was submitted is kept here. Ask whoever leads the team for a new invitation.</source>
        <translation>Der Hub des Teams lässt diesen Rechner nicht ein: {trouble} Was eingereicht wurde, bleibt hier erhalten. Bitten Sie die Leitung des Teams um eine neue Einladung.</translation>
    </message>
    <message>
        <source>The test failed. It is tried again at its next turn if you save it anyway.</source>
        <translation>Der Test ist misslungen. Wenn Sie sie trotzdem speichern, wird es beim nächsten Mal wieder versucht.</translation>
    </message>
    <message>
        <source>The text that {name} was sent is then good no more.</source>
        <translation>Der Text, den {name} bekommen hat, gilt dann nicht mehr.</translation>
    </message>
    <message>
        <source>The trace says nothing more about this step.</source>
        <translation>Der Ablauf sagt nichts weiter über diesen Schritt.</translation>
    </message>
    <message>
        <source>The traces of an experiment; verdicts go back as assessments.</source>
        <translation>Die Abläufe eines Experiments; Urteile gehen als Bewertungen zurück.</translation>
    </message>
    <message>
        <source>The vocabulary</source>
        <translation>Das Vokabular</translation>
    </message>
    <message>
        <source>The way to {host} is weak (sslmode={mode}): somebody on the way could pose as the hub, and read and change what is exchanged. Leave sslmode out, and give the certificate of your authority with `--ca`.</source>
        <translation>Der Weg zu {host} ist schwach gesichert (sslmode={mode}): Jemand unterwegs könnte sich als Hub ausgeben und lesen und ändern, was ausgetauscht wird. Lassen Sie sslmode weg, und geben Sie das Zertifikat Ihrer Stelle mit `--ca` an.</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>Farbschema</translation>
    </message>
    <message>
        <source>There already: {count:,}</source>
        <translation>Schon dort: {count:,}</translation>
    </message>
    <message>
        <source>There is a connection of this name already.</source>
        <translation>Eine Verbindung dieses Namens gibt es schon.</translation>
    </message>
    <message>
        <source>There is a connection “{name}” already. Remove it first, or use another name.</source>
        <translation>Es gibt schon eine Verbindung „{name}“. Entfernen Sie sie zuerst, oder nehmen Sie einen anderen Namen.</translation>
    </message>
    <message>
        <source>There is no decision of yours left to take back.</source>
        <translation>Sie haben keine Entscheidung mehr, die sich zurücknehmen ließe.</translation>
    </message>
    <message>
        <source>There is no item “{item}”. `reviewer-app queue` lists the ids.</source>
        <translation>Es gibt keinen Eintrag „{item}“. `reviewer-app queue` führt die IDs auf.</translation>
    </message>
    <message>
        <source>There is no key “{key}”. Did you mean {near}? In quotes it is looked for as words.</source>
        <translation>Es gibt keinen Schlüssel „{key}“. Meinten Sie {near}? In Anführungszeichen wird danach als Wörtern gesucht.</translation>
    </message>
    <message>
        <source>There is no key “{key}”. In quotes it is looked for as words.</source>
        <translation>Es gibt keinen Schlüssel „{key}“. In Anführungszeichen wird danach als Wörtern gesucht.</translation>
    </message>
    <message>
        <source>There is no kind of source called “{kind}”. The kinds are {known}; others come with the package of their platform.</source>
        <translation>Es gibt keine Quellenart „{kind}“. Die Arten sind {known}; weitere kommen mit dem Paket ihrer Plattform.</translation>
    </message>
    <message>
        <source>There is no label format “{name}”. Use {known}.</source>
        <translation>Es gibt kein Labelformat „{name}“. Verwenden Sie {known}.</translation>
    </message>
    <message>
        <source>There is no saved view {n} yet. “Save this view” keeps what is listed.</source>
        <translation>Eine gespeicherte Ansicht {n} gibt es noch nicht. „Diese Ansicht speichern“ bewahrt, was gelistet ist.</translation>
    </message>
    <message>
        <source>There is no sink called “{name}”. {told}</source>
        <translation>Es gibt kein Ziel namens „{name}“. {told}</translation>
    </message>
    <message>
        <source>There is no source called “{name}”. {told}</source>
        <translation>Es gibt keine Quelle „{name}“. {told}</translation>
    </message>
    <message>
        <source>There is no such item.</source>
        <translation>Es gibt keinen solchen Eintrag.</translation>
    </message>
    <message>
        <source>There is nothing free to take along.</source>
        <translation>Es gibt nichts Freies zum Mitnehmen.</translation>
    </message>
    <message>
        <source>These leave by themselves: when the time to take a decision back has passed, or at the next try.</source>
        <translation>Diese gehen von selbst: wenn die Zeit zum Zurücknehmen der Entscheidung vorbei ist, oder beim nächsten Versuch.</translation>
    </message>
    <message>
        <source>They judged the same output without seeing each other.</source>
        <translation>Sie haben dieselbe Ausgabe beurteilt, ohne voneinander zu wissen.</translation>
    </message>
    <message>
        <source>They wait until you ask</source>
        <translation>Sie warten, bis Sie danach fragen</translation>
    </message>
    <message>
        <source>This PostgreSQL is version {version}; a hub needs 15 or later. Nothing was changed.</source>
        <translation>Dieses PostgreSQL hat Version {version}; ein Hub braucht 15 oder neuer. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>This agent cannot take the correction: {place} {fault}.</source>
        <translation>Dieser Agent kann die Korrektur nicht annehmen: {place} {fault}.</translation>
    </message>
    <message>
        <source>This agent takes JSON, and the correction is none.</source>
        <translation>Dieser Agent nimmt JSON an, und die Korrektur ist keines.</translation>
    </message>
    <message>
        <source>This agent takes no verdict: escalate the item, or decline it.</source>
        <translation>Dieser Agent nimmt kein Urteil an: Eskalieren Sie, oder geben Sie ab.</translation>
    </message>
    <message>
        <source>This agent takes no “{verdict}”, only: {allowed}. You can also escalate or decline.</source>
        <translation>Dieser Agent nimmt „{verdict}“ nicht an, nur: {allowed}. Sie können auch eskalieren oder abgeben.</translation>
    </message>
    <message>
        <source>This attachment is not here: it was erased, or is on the hub alone. Look at the item again; it says which.</source>
        <translation>Dieser Anhang ist nicht hier: Er wurde gelöscht oder liegt nur auf dem Hub. Sehen Sie den Eintrag noch einmal an; er sagt, welches von beiden.</translation>
    </message>
    <message>
        <source>This enrolment text was good until {until} UTC. Ask a lead of the team to invite you again. If your clock is wrong, set it right and try once more.</source>
        <translation>Dieser Einladungstext galt bis {until} UTC. Bitten Sie die Leitung des Teams um eine neue Einladung. Falls Ihre Uhr falsch geht, stellen Sie sie und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This enrolment text was made by a newer version of Reviewer. It is still good: install the newer version on this machine and join with it.</source>
        <translation>Dieser Einladungstext stammt von einer neueren Version von Reviewer. Er gilt noch: Installieren Sie die neuere Version auf diesem Rechner, und treten Sie damit bei.</translation>
    </message>
    <message>
        <source>This enrolment text was used already, or was taken back. Nothing was changed. Ask your lead for a new one.</source>
        <translation>Dieser Beitrittstext wurde schon benutzt oder zurückgenommen. Nichts wurde geändert. Bitten Sie Ihre Leitung um einen neuen.</translation>
    </message>
    <message>
        <source>This form can hold no more. Put the rest in as text.</source>
        <translation>Dieses Formular fasst nicht mehr. Geben Sie den Rest als Text ein.</translation>
    </message>
    <message>
        <source>This installation cannot talk to a team hub: its PostgreSQL driver is missing. Install it with `pip install &apos;reviewer-app[hub]&apos;`. Your work here is not affected.</source>
        <translation>Diese Installation kann mit keinem Team-Hub sprechen: Ihr PostgreSQL-Treiber fehlt. Installieren Sie ihn mit `pip install &apos;reviewer-app[hub]&apos;`. Ihre Arbeit hier ist nicht betroffen.</translation>
    </message>
    <message>
        <source>This is needed.</source>
        <translation>Das wird gebraucht.</translation>
    </message>
    <message>
        <source>This is no JSON yet: put it right to go on with the form.</source>
        <translation>Das ist noch kein JSON: Berichtigen Sie es, um mit dem Formular fortzufahren.</translation>
    </message>
    <message>
        <source>This is not an enrolment text, so nothing was joined. It begins with {prefix} and comes from a lead of the team; copy it as a whole.</source>
        <translation>Das ist kein Einladungstext; Sie sind nicht beigetreten. Er beginnt mit {prefix} und kommt von der Leitung des Teams; kopieren Sie ihn vollständig.</translation>
    </message>
    <message>
        <source>This is not the address of a PostgreSQL database ({why}). It looks like postgresql://USER@HOST:5432/DATABASE.</source>
        <translation>Das ist keine Adresse einer PostgreSQL-Datenbank ({why}). Sie sieht so aus: postgresql://USER@HOST:5432/DATABASE.</translation>
    </message>
    <message>
        <source>This item could not be opened</source>
        <translation>Dieser Eintrag konnte nicht geöffnet werden</translation>
    </message>
    <message>
        <source>This item was changed elsewhere: it is {status} now.</source>
        <translation>Dieser Eintrag wurde anderswo geändert; Status jetzt: {status}.</translation>
    </message>
    <message>
        <source>This machine has another password for the hub now.</source>
        <translation>Dieser Rechner hat jetzt ein anderes Passwort für den Hub.</translation>
    </message>
    <message>
        <source>This machine&apos;s keyring does not have what it needs: {names}. Change it, and type it again.</source>
        <translation>Der Schlüsselbund dieses Rechners hat nicht, was sie braucht: {names}. Ändern Sie sie und tippen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This profile belongs to a team already. A person in two teams has two profiles: use another --home, or leave the first one with `reviewer-app hub leave`.</source>
        <translation>Dieses Profil gehört schon zu einem Team. Wer in zwei Teams ist, hat zwei Profile: Nehmen Sie ein anderes --home, oder verlassen Sie das erste mit `reviewer-app hub leave`.</translation>
    </message>
    <message>
        <source>This step asks “{question}” ({key}) before it takes a verdict. Nothing was decided.</source>
        <translation>Dieser Schritt fragt „{question}“ ({key}), bevor er ein Urteil annimmt. Nichts wurde entschieden.</translation>
    </message>
    <message>
        <source>This step is judged blind: what others decided stays hidden until then.</source>
        <translation>Dieser Schritt wird blind geprüft: Was andere entschieden haben, bleibt bis dahin verborgen.</translation>
    </message>
    <message>
        <source>This step wants to know what was wrong before it takes a {verdict}: choose an error type. Nothing was decided.</source>
        <translation>Dieser Schritt will wissen, was falsch war, bevor er das Urteil „{verdict}“ annimmt: Wählen Sie eine Fehlerart. Nichts wurde entschieden.</translation>
    </message>
    <message>
        <source>This view of the output cannot be marked; its source can.</source>
        <translation>Diese Ansicht der Ausgabe lässt sich nicht markieren; ihr Quelltext schon.</translation>
    </message>
    <message>
        <source>This was a known item, and you were right.</source>
        <translation>Dies war ein bekannter Eintrag, und Sie hatten recht.</translation>
    </message>
    <message>
        <source>This was a known item: {did}, but not to what is right.</source>
        <translation>Dies war ein bekannter Eintrag: {did}, aber nicht zum Richtigen.</translation>
    </message>
    <message>
        <source>This was a known item: {did}; right was {right}, because {why}</source>
        <translation>Dies war ein bekannter Eintrag: {did}; richtig war {right}, denn {why}</translation>
    </message>
    <message>
        <source>This was a known item: {did}; right was {right}.</source>
        <translation>Dies war ein bekannter Eintrag: {did}; richtig war {right}.</translation>
    </message>
    <message>
        <source>Those that may leave already; the rest leaves by itself</source>
        <translation>Die schon gehen dürfen; die übrigen gehen von selbst</translation>
    </message>
    <message>
        <source>Thread</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>Titles of the columns</source>
        <translation>Spaltentitel</translation>
    </message>
    <message>
        <source>To</source>
        <translation>An</translation>
    </message>
    <message>
        <source>To what you escalated or decided</source>
        <translation>Zu dem, was Sie weiterleiteten oder entschieden</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>An wen</translation>
    </message>
    <message>
        <source>To whom? An escalation needs the name of a person or a pool.</source>
        <translation>An wen? Eine Weiterleitung braucht den Namen einer Person oder eines Pools.</translation>
    </message>
    <message>
        <source>To {person}, without a reason</source>
        <translation>An {person}, ohne Begründung</translation>
    </message>
    <message>
        <source>To {person}: {reason}</source>
        <translation>An {person}: {reason}</translation>
    </message>
    <message>
        <source>Token</source>
        <translation>Token</translation>
    </message>
    <message>
        <source>Too few decisions of the last two weeks to say</source>
        <translation>Zu wenige Entscheidungen in den letzten zwei Wochen</translation>
    </message>
    <message>
        <source>Took back together: {count:,}</source>
        <translation>Gemeinsam zurückgenommen: {count:,}</translation>
    </message>
    <message>
        <source>Took back: approved {item}</source>
        <translation>Zurückgenommen: {item} freigegeben</translation>
    </message>
    <message>
        <source>Took back: corrected {item}</source>
        <translation>Zurückgenommen: {item} korrigiert</translation>
    </message>
    <message>
        <source>Took back: decided {item}</source>
        <translation>Zurückgenommen: {item} entschieden</translation>
    </message>
    <message>
        <source>Took back: declined {item}</source>
        <translation>Zurückgenommen: {item} abgegeben</translation>
    </message>
    <message>
        <source>Took back: escalated {item}</source>
        <translation>Zurückgenommen: {item} weitergeleitet</translation>
    </message>
    <message>
        <source>Took back: rejected {item}</source>
        <translation>Zurückgenommen: {item} abgelehnt</translation>
    </message>
    <message>
        <source>Took back: skipped {item}</source>
        <translation>Zurückgenommen: {item} übersprungen</translation>
    </message>
    <message>
        <source>Took back: {count:,} items are with whom they were before</source>
        <translation>Zurückgenommen: {count:,} Vorgänge sind wieder dort, wo sie vorher waren</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Try it with a sample</source>
        <translation>Beispiel ausprobieren</translation>
    </message>
    <message>
        <source>Trying {name}</source>
        <translation>{name} wird getestet</translation>
    </message>
    <message>
        <source>Twelve tasks, counted</source>
        <translation>Zwölf Aufgaben, gezählt</translation>
    </message>
    <message>
        <source>Type a day to come, such as {day}.</source>
        <translation>Tippen Sie einen künftigen Tag, etwa {day}.</translation>
    </message>
    <message>
        <source>Type a name …</source>
        <translation>Namen tippen …</translation>
    </message>
    <message>
        <source>Type a part of a place or a value …</source>
        <translation>Teil einer Stelle oder eines Werts tippen …</translation>
    </message>
    <message>
        <source>Type a search, or pick items in the queue.</source>
        <translation>Suche tippen, oder in der Liste auswählen.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Unencrypted</source>
        <translation>Unverschlüsselt</translation>
    </message>
    <message>
        <source>Until another day</source>
        <translation>Bis zu einem anderen Tag</translation>
    </message>
    <message>
        <source>Unusable, and nothing to put in its place</source>
        <translation>Unbrauchbar, und nichts, was sie ersetzt</translation>
    </message>
    <message>
        <source>Unusable, with nothing in its place.</source>
        <translation>Unbrauchbar, ohne Ersatz.</translation>
    </message>
    <message>
        <source>User</source>
        <translation>Benutzer</translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation>Version und Lizenz</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Waiting</source>
        <comment>labels</comment>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>What agents did; verdicts go back as annotations.</source>
        <translation>Was Agenten taten; Urteile gehen als Annotationen zurück.</translation>
    </message>
    <message>
        <source>What agents did; verdicts go back as feedback.</source>
        <translation>Was Agenten taten; Urteile gehen als Feedback zurück.</translation>
    </message>
    <message>
        <source>What agents did; verdicts go back as scores.</source>
        <translation>Was Agenten taten; Urteile gehen als Scores zurück.</translation>
    </message>
    <message>
        <source>What any instrumented agent did, as its collector wrote it.</source>
        <translation>Was ein instrumentierter Agent tat, wie sein Collector es schrieb.</translation>
    </message>
    <message>
        <source>What became of it</source>
        <translation>Was daraus wurde</translation>
    </message>
    <message>
        <source>What comes in quiet hours is said when they end.</source>
        <translation>Was in der Ruhezeit eintrifft, wird an ihrem Ende gemeldet.</translation>
    </message>
    <message>
        <source>What do you want to connect?</source>
        <translation>Was möchten Sie verbinden?</translation>
    </message>
    <message>
        <source>What fits</source>
        <translation>Was passt</translation>
    </message>
    <message>
        <source>What is decided will be listed here.</source>
        <translation>Hier wird stehen, was entschieden ist.</translation>
    </message>
    <message>
        <source>What is pulled will be listed here.</source>
        <translation>Hier wird stehen, was abgerufen ist.</translation>
    </message>
    <message>
        <source>What is right</source>
        <translation>Was richtig ist</translation>
    </message>
    <message>
        <source>What is selected has changed. Look again, then send.</source>
        <translation>Die Auswahl hat sich geändert. Sehen Sie nach, dann senden Sie.</translation>
    </message>
    <message>
        <source>What is there</source>
        <translation>Was dort steht</translation>
    </message>
    <message>
        <source>What is wrong?</source>
        <translation>Was ist falsch?</translation>
    </message>
    <message>
        <source>What it is told, and its rhythm</source>
        <translation>Was ihr gesagt wird, und ihr Takt</translation>
    </message>
    <message>
        <source>What it would have been, and what it is</source>
        <translation>Was es gewesen wäre und was es ist</translation>
    </message>
    <message>
        <source>What its correction changed</source>
        <translation>Was seine Korrektur geändert hat</translation>
    </message>
    <message>
        <source>What may come next</source>
        <translation>Was folgen kann</translation>
    </message>
    <message>
        <source>What shall people look at first?</source>
        <translation>Was sollen Menschen zuerst ansehen?</translation>
    </message>
    <message>
        <source>What the agent did</source>
        <translation>Was der Agent tat</translation>
    </message>
    <message>
        <source>What the agent produced</source>
        <translation>Was der Agent erzeugt hat</translation>
    </message>
    <message>
        <source>What the agent produced, as you correct it</source>
        <translation>Was der Agent erzeugt hat, in Ihrer Korrektur</translation>
    </message>
    <message>
        <source>What the words mean</source>
        <translation>Was die Wörter bedeuten</translation>
    </message>
    <message>
        <source>What was asked</source>
        <translation>Was gefragt war</translation>
    </message>
    <message>
        <source>What was asked is not on this machine.</source>
        <translation>Was gefragt wurde, ist nicht auf diesem Rechner.</translation>
    </message>
    <message>
        <source>What was asked was erased.</source>
        <translation>Was gefragt wurde, wurde gelöscht.</translation>
    </message>
    <message>
        <source>What was decided</source>
        <translation>Was entschieden wurde</translation>
    </message>
    <message>
        <source>What was given for the header “{name}” cannot be sent: it has a line break, or a letter outside of ASCII. Copy the secret again, without what stands around it.</source>
        <translation>Was für den Header „{name}“ angegeben wurde, kann nicht gesendet werden: Es enthält einen Zeilenumbruch oder einen Buchstaben außerhalb von ASCII. Kopieren Sie das Geheimnis noch einmal, ohne das, was darum herum steht.</translation>
    </message>
    <message>
        <source>What was not understood</source>
        <translation>Was nicht verstanden wurde</translation>
    </message>
    <message>
        <source>What was refused, and the labels that failed</source>
        <translation>Was abgewiesen wurde, und die gescheiterten Labels</translation>
    </message>
    <message>
        <source>What was submitted counts no longer: newer content was submitted under its id, or it was erased. Submit what should be reviewed now.</source>
        <translation>Was eingereicht wurde, zählt nicht mehr: Unter seiner Kennung wurde ein neuerer Inhalt eingereicht, oder es wurde gelöscht. Reichen Sie ein, was jetzt geprüft werden soll.</translation>
    </message>
    <message>
        <source>What was wrong</source>
        <translation>Was falsch war</translation>
    </message>
    <message>
        <source>What was wrong?</source>
        <translation>Was war falsch?</translation>
    </message>
    <message>
        <source>What you decide stays on this machine. In a team you share one queue: a lead sends you an enrolment text, which is good once. Paste it here.</source>
        <translation>Was Sie entscheiden, bleibt auf diesem Rechner. In einem Team teilen Sie sich eine Warteschlange: Eine Leitung schickt Ihnen einen Beitrittstext, der einmal gilt. Fügen Sie ihn hier ein.</translation>
    </message>
    <message>
        <source>What you decided here so far</source>
        <translation>Was Sie hier bisher entschieden haben</translation>
    </message>
    <message>
        <source>What you have not worked off goes back to its pool</source>
        <translation>Was Sie nicht abgearbeitet haben, geht in seinen Pool zurück</translation>
    </message>
    <message>
        <source>What {function} had submitted was changed while it waited, so the decision is not about what is there now. Do not change values that are being reviewed.</source>
        <translation>Was {function} eingereicht hatte, wurde geändert, während es wartete; die Entscheidung gilt also nicht für das, was jetzt da ist. Ändern Sie keine Werte, die gerade geprüft werden.</translation>
    </message>
    <message>
        <source>What {person} would let stand</source>
        <translation>Was {person} stehen ließe</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>When somebody decides what you escalated, or decides the same item as you, it stands here: whether they agreed, and what became of it.</source>
        <translation>Wenn jemand entscheidet, was Sie weitergeleitet haben, oder denselben Eintrag entscheidet wie Sie, steht es hier: ob man sich einig war und was daraus wurde.</translation>
    </message>
    <message>
        <source>Where</source>
        <translation>Wo</translation>
    </message>
    <message>
        <source>Where fields are found</source>
        <translation>Wo Felder stehen</translation>
    </message>
    <message>
        <source>Where is {field}?</source>
        <translation>Wo steht {field}?</translation>
    </message>
    <message>
        <source>Where it is</source>
        <translation>Wo sie ist</translation>
    </message>
    <message>
        <source>Where outputs come from and labels go</source>
        <translation>Woher Ausgaben kommen und wohin Labels gehen</translation>
    </message>
    <message>
        <source>Where the items go</source>
        <translation>Wohin die Einträge gehen</translation>
    </message>
    <message>
        <source>Where {field} is found</source>
        <translation>Wo {field} steht</translation>
    </message>
    <message>
        <source>While correcting</source>
        <translation>Beim Korrigieren</translation>
    </message>
    <message>
        <source>While the window is not in front</source>
        <translation>Während das Fenster nicht vorn ist</translation>
    </message>
    <message>
        <source>Who belongs to the team</source>
        <translation>Wer zum Team gehört</translation>
    </message>
    <message>
        <source>Who decided later could see what was decided before.</source>
        <translation>Wer später entschied, konnte sehen, was vorher entschieden war.</translation>
    </message>
    <message>
        <source>Who has what</source>
        <translation>Wer was hat</translation>
    </message>
    <message>
        <source>Who has what, and what is disputed</source>
        <translation>Wer was hat und was strittig ist</translation>
    </message>
    <message>
        <source>Whoever answers does not prove to be the team&apos;s hub, so no password and nothing else was sent ({why}). The name in the address has to be the one in the server&apos;s certificate, and the authority that signed it has to be known: a private one is given with `--ca` when the hub is made. What you decide is kept here meanwhile.</source>
        <translation>Wer antwortet, weist sich nicht als Hub des Teams aus; darum wurde weder ein Passwort noch etwas anderes gesendet ({why}). Der Name in der Adresse muss der im Zertifikat des Servers sein, und die Stelle, die es unterschrieben hat, muss bekannt sein: Eine eigene wird beim Anlegen des Hubs mit `--ca` angegeben. Was Sie entscheiden, bleibt solange hier erhalten.</translation>
    </message>
    <message>
        <source>Whom to invite</source>
        <translation>Wer eingeladen wird</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Warum</translation>
    </message>
    <message>
        <source>Why you see this</source>
        <translation>Warum Sie dies sehen</translation>
    </message>
    <message>
        <source>Why? Whoever gets the items, and whoever had them, will read the reason.</source>
        <translation>Warum? Wer die Vorgänge bekommt und wer sie hatte, liest den Grund.</translation>
    </message>
    <message>
        <source>Words of input, output or id</source>
        <translation>Wörter aus Eingabe, Ausgabe oder ID</translation>
    </message>
    <message>
        <source>Words that go with the label</source>
        <translation>Worte, die das Label begleiten</translation>
    </message>
    <message>
        <source>Work without the hub</source>
        <translation>Ohne den Hub arbeiten</translation>
    </message>
    <message>
        <source>Workflow</source>
        <translation>Workflow</translation>
    </message>
    <message>
        <source>Working in a team</source>
        <translation>Im Team arbeiten</translation>
    </message>
    <message>
        <source>Workspace</source>
        <translation>Arbeitsbereich</translation>
    </message>
    <message>
        <source>Write a time of day as 18:30.</source>
        <translation>Schreiben Sie eine Uhrzeit wie 18:30.</translation>
    </message>
    <message>
        <source>Write my own</source>
        <translation>Selbst entscheiden</translation>
    </message>
    <message>
        <source>Write your own</source>
        <translation>Selbst entscheiden</translation>
    </message>
    <message>
        <source>Writing a connector</source>
        <translation>Einen Konnektor schreiben</translation>
    </message>
    <message>
        <source>Writing {file}</source>
        <translation>{file} wird geschrieben</translation>
    </message>
    <message>
        <source>Wrong: {errors}</source>
        <translation>Falsch: {errors}</translation>
    </message>
    <message numerus="yes">
        <source>Wrote %Ln label(s) to {file}.</source>
        <translation>
            <numerusform>%Ln Label nach {file} geschrieben.</numerusform>
            <numerusform>%Ln Labels nach {file} geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Y</source>
        <comment>key for yes</comment>
        <translation>J</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Sie</translation>
    </message>
    <message>
        <source>You are away until {until}.</source>
        <translation>Sie sind abwesend bis {until}.</translation>
    </message>
    <message>
        <source>You are given nothing meanwhile</source>
        <translation>Sie bekommen währenddessen nichts</translation>
    </message>
    <message>
        <source>You are given nothing meanwhile; what you have stays yours</source>
        <translation>Sie bekommen währenddessen nichts; was Sie haben, bleibt Ihres</translation>
    </message>
    <message>
        <source>You are here and can be given items.</source>
        <translation>Sie sind da und können Einträge bekommen.</translation>
    </message>
    <message>
        <source>You are {name}, {role}, in {pools}.</source>
        <translation>Sie sind {name}, {role}, in {pools}.</translation>
    </message>
    <message>
        <source>You cannot judge it; another shall</source>
        <translation>Sie können es nicht beurteilen; jemand anderes soll</translation>
    </message>
    <message>
        <source>You changed the output. Save the correction, or put the changes back.</source>
        <translation>Sie haben die Ausgabe geändert. Speichern Sie die Korrektur, oder nehmen Sie die Änderungen zurück.</translation>
    </message>
    <message numerus="yes">
        <source>You decided %Ln time(s) here before. What becomes of it?</source>
        <translation>
            <numerusform>Sie haben hier schon %Ln-mal entschieden. Was wird daraus?</numerusform>
            <numerusform>Sie haben hier schon %Ln-mal entschieden. Was wird daraus?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You decided %Ln today.</source>
        <comment>items</comment>
        <translation>
            <numerusform>Heute haben Sie %Ln Mal entschieden.</numerusform>
            <numerusform>Heute haben Sie %Ln Mal entschieden.</numerusform>
        </translation>
    </message>
    <message>
        <source>You gave your verdict on it already.</source>
        <translation>Sie haben darüber schon geurteilt.</translation>
    </message>
    <message>
        <source>You have no standing decision “{decision}” to take back.</source>
        <translation>Sie haben keine gültige Entscheidung „{decision}“, die sich zurücknehmen ließe.</translation>
    </message>
    <message>
        <source>You in the team</source>
        <translation>Sie im Team</translation>
    </message>
    <message>
        <source>You left a draft on it.</source>
        <translation>Sie haben dazu einen Entwurf hinterlassen.</translation>
    </message>
    <message>
        <source>You looked at this before all had judged, so that you do not review it.</source>
        <translation>Sie haben nachgesehen, bevor alle geurteilt hatten; darum prüfen Sie diesen Eintrag nicht.</translation>
    </message>
    <message>
        <source>You looked at what others decided on it.</source>
        <translation>Sie haben nachgesehen, was andere dazu entschieden haben.</translation>
    </message>
    <message>
        <source>You looked at what others decided on {item} before they were through, so that you do not review it. Nothing was decided; you can settle it once it is disputed or escalated.</source>
        <translation>Sie haben nachgesehen, was andere zu {item} entschieden haben, bevor sie fertig waren; darum prüfen Sie ihn nicht. Nichts wurde entschieden; Sie können ihn schlichten, sobald er strittig oder weitergeleitet ist.</translation>
    </message>
    <message>
        <source>You marked what was wrong. Reject or correct it, or clear the marks.</source>
        <translation>Sie haben markiert, was falsch ist. Lehnen Sie ab, korrigieren Sie, oder entfernen Sie die Markierungen.</translation>
    </message>
    <message>
        <source>You stopped it; the rest is as it was.</source>
        <translation>Sie haben es angehalten; der Rest ist, wie er war.</translation>
    </message>
    <message>
        <source>You were right on {right} of {all} known items ({low}{to}{high}).</source>
        <translation>Bei {right} von {all} bekannten Einträgen lagen Sie richtig ({low}{to}{high}).</translation>
    </message>
    <message>
        <source>You will be</source>
        <translation>Sie werden sein</translation>
    </message>
    <message>
        <source>You work alone</source>
        <translation>Sie arbeiten allein</translation>
    </message>
    <message>
        <source>You work alone again. What is here stays here.</source>
        <translation>Sie arbeiten wieder allein. Was hier ist, bleibt hier.</translation>
    </message>
    <message>
        <source>You work alone: this profile belongs to no team. Join one with the enrolment text that a lead gives you (`reviewer-app hub join`, or Settings › Team).</source>
        <translation>Sie arbeiten allein: Dieses Profil gehört zu keinem Team. Treten Sie einem bei, mit dem Beitrittstext Ihrer Leitung (`reviewer-app hub join` oder Einstellungen › Team).</translation>
    </message>
    <message>
        <source>You {did} this ({when}); {person} approved it.</source>
        <translation>Sie haben dies {did} ({when}); {person} hat es freigegeben.</translation>
    </message>
    <message>
        <source>You {did} this ({when}); {person} corrected it.</source>
        <translation>Sie haben dies {did} ({when}); {person} hat es korrigiert.</translation>
    </message>
    <message>
        <source>You {did} this ({when}); {person} rejected it.</source>
        <translation>Sie haben dies {did} ({when}); {person} hat es abgelehnt.</translation>
    </message>
    <message>
        <source>Your changes are kept as a draft. E goes on with them.</source>
        <translation>Ihre Änderungen bleiben als Entwurf erhalten. E setzt sie fort.</translation>
    </message>
    <message>
        <source>Your correction</source>
        <translation>Korrektur</translation>
    </message>
    <message numerus="yes">
        <source>Your last %Ln decisions went faster than a text is read.</source>
        <translation>
            <numerusform>Ihre letzte %Ln Entscheidung ging schneller, als ein Text gelesen ist.</numerusform>
            <numerusform>Ihre letzten %Ln Entscheidungen gingen schneller, als ein Text gelesen ist.</numerusform>
        </translation>
    </message>
    <message>
        <source>Your membership ends on the hub at once, and what you took along is free again. What was assigned to you waits until a lead hands it over. What is on this machine stays here; what was not sent is not sent any more, so exchange first. To come back you need another enrolment text.</source>
        <translation>Ihre Mitgliedschaft im Hub endet sofort, und was Sie mitgenommen haben, ist wieder frei. Was Ihnen zugewiesen war, wartet, bis eine Leitung es übergibt. Was auf diesem Rechner ist, bleibt hier; was nicht gesendet wurde, wird nicht mehr gesendet, tauschen Sie also vorher aus. Um zurückzukommen, brauchen Sie einen neuen Beitrittstext.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ihr Name</translation>
    </message>
    <message>
        <source>Your name, the theme, the text size</source>
        <translation>Ihr Name, das Farbschema, die Textgröße</translation>
    </message>
    <message>
        <source>Your own agents</source>
        <translation>Ihre eigenen Agenten</translation>
    </message>
    <message>
        <source>Your policy was not put in force: another lead put one in force meanwhile. It is in force here now; look at the difference, and apply yours again.</source>
        <translation>Ihre Richtlinie trat nicht in Kraft: Eine andere Leitung hat inzwischen eine in Kraft gesetzt. Diese gilt jetzt auch hier; sehen Sie sich den Unterschied an, und wenden Sie Ihre erneut an.</translation>
    </message>
    <message>
        <source>a UUID</source>
        <translation>eine UUID</translation>
    </message>
    <message>
        <source>a colon is missing</source>
        <translation>es fehlt ein Doppelpunkt</translation>
    </message>
    <message>
        <source>a comma has nothing after it</source>
        <translation>nach einem Komma folgt nichts</translation>
    </message>
    <message>
        <source>a comma or the end is missing</source>
        <translation>es fehlt ein Komma oder das Ende</translation>
    </message>
    <message>
        <source>a comment</source>
        <translation>einen Kommentar</translation>
    </message>
    <message>
        <source>a correction</source>
        <translation>eine Korrektur</translation>
    </message>
    <message>
        <source>a date such as 2026-01-31</source>
        <translation>ein Datum wie 2026-01-31</translation>
    </message>
    <message>
        <source>a device whose id is damaged</source>
        <translation>einem Gerät, dessen Kennung beschädigt ist</translation>
    </message>
    <message>
        <source>a draft</source>
        <translation>einen Entwurf</translation>
    </message>
    <message>
        <source>a field of the metadata</source>
        <translation>ein Feld der Metadaten</translation>
    </message>
    <message>
        <source>a flag</source>
        <translation>einen Treffer</translation>
    </message>
    <message>
        <source>a group of fields</source>
        <translation>eine Gruppe von Feldern</translation>
    </message>
    <message>
        <source>a key in double quotes is missing</source>
        <translation>es fehlt ein Schlüssel in doppelten Anführungszeichen</translation>
    </message>
    <message>
        <source>a key of {path}: {fault}</source>
        <translation>ein Schlüssel von {path}: {fault}</translation>
    </message>
    <message>
        <source>a list</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>a number from 1 to {most}</source>
        <translation>eine Zahl von 1 bis {most}</translation>
    </message>
    <message>
        <source>a part of it was changed</source>
        <translation>ein Teil davon wurde verändert</translation>
    </message>
    <message>
        <source>a password in an address would be kept in a file; give it as the secret</source>
        <translation>ein Passwort in einer Adresse stünde in einer Datei; geben Sie es als Geheimnis an</translation>
    </message>
    <message>
        <source>a person does the step</source>
        <translation>ein Mensch macht den Schritt</translation>
    </message>
    <message>
        <source>a person, a pool or a role</source>
        <translation>Person, Pool oder Rolle</translation>
    </message>
    <message>
        <source>a personal access token, or the legacy token, of the account that annotations are made in the name of</source>
        <translation>ein persönliches Zugriffstoken oder das alte Token des Kontos, in dessen Namen Annotationen entstehen</translation>
    </message>
    <message>
        <source>a reviewer</source>
        <translation>jemand, der prüft</translation>
    </message>
    <message>
        <source>a rule that flagged it</source>
        <translation>eine Regel, die anschlug</translation>
    </message>
    <message>
        <source>a secret that is sent as a bearer token too, where the address asks for one</source>
        <translation>ein Geheimnis, das zusätzlich als Bearer-Token gesendet wird, wenn die Adresse eines verlangt</translation>
    </message>
    <message>
        <source>a span</source>
        <translation>eine Stelle</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>a text holds half of a surrogate pair ({character}), which is no character</source>
        <translation>ein Text enthält ein halbes Surrogatpaar ({character}), was kein Zeichen ist</translation>
    </message>
    <message>
        <source>a text holds the character NUL, which cannot be kept</source>
        <translation>ein Text enthält das Zeichen NUL, das nicht gespeichert werden kann</translation>
    </message>
    <message>
        <source>a text that never ends starts</source>
        <translation>ein Text ohne Ende beginnt</translation>
    </message>
    <message>
        <source>a time of day</source>
        <translation>eine Uhrzeit</translation>
    </message>
    <message>
        <source>a tool</source>
        <translation>ein Werkzeug</translation>
    </message>
    <message>
        <source>a user name, where the server asks for a name and a password</source>
        <translation>ein Benutzername, falls der Server Namen und Passwort verlangt</translation>
    </message>
    <message>
        <source>a value is missing</source>
        <translation>es fehlt ein Wert</translation>
    </message>
    <message>
        <source>a web address</source>
        <translation>eine Webadresse</translation>
    </message>
    <message>
        <source>a week from now</source>
        <translation>in einer Woche</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a wrong \u escape stands</source>
        <translation>eine falsche \u-Sequenz steht</translation>
    </message>
    <message>
        <source>a wrong escape stands</source>
        <translation>eine falsche Escape-Sequenz steht</translation>
    </message>
    <message>
        <source>active {active}  ·  {count} decided, median {median}</source>
        <translation>aktiv {active}  ·  {count} entschieden, Median {median}</translation>
    </message>
    <message>
        <source>age</source>
        <translation>Alter</translation>
    </message>
    <message>
        <source>agent</source>
        <translation>Agent</translation>
    </message>
    <message>
        <source>alike</source>
        <translation>ähnlich</translation>
    </message>
    <message>
        <source>all steps</source>
        <translation>alle Schritte</translation>
    </message>
    <message>
        <source>all to review every prediction of a task, latest to review its newest one</source>
        <translation>all, um jede Vorhersage einer Aufgabe zu prüfen, latest für die jeweils neueste</translation>
    </message>
    <message>
        <source>also the labels of decisions that were made before it was connected</source>
        <translation>auch die Labels von Entscheidungen, die vor dem Verbinden getroffen wurden</translation>
    </message>
    <message>
        <source>always {value}</source>
        <translation>immer {value}</translation>
    </message>
    <message>
        <source>an API key</source>
        <translation>ein API-Schlüssel</translation>
    </message>
    <message>
        <source>an API key, where the server asks for one</source>
        <translation>ein API-Schlüssel, wenn der Server einen verlangt</translation>
    </message>
    <message>
        <source>an access token, where the server asks for one</source>
        <translation>ein Zugangstoken, falls der Server eines verlangt</translation>
    </message>
    <message>
        <source>an attachment</source>
        <translation>einen Anhang</translation>
    </message>
    <message>
        <source>an e-mail address</source>
        <translation>eine E-Mail-Adresse</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>an unescaped control character stands</source>
        <translation>ein ungeschütztes Steuerzeichen steht</translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more</source>
        <comment>people</comment>
        <translation>
            <numerusform>und %Ln weitere</numerusform>
            <numerusform>und %Ln weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more file(s)</source>
        <translation>
            <numerusform>und %Ln weitere Datei</numerusform>
            <numerusform>und %Ln weitere Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>another program holds it</source>
        <translation>ein anderes Programm hält sie fest</translation>
    </message>
    <message>
        <source>another program made it</source>
        <translation>ein anderes Programm hat sie angelegt</translation>
    </message>
    <message>
        <source>another witness has seen another entry</source>
        <translation>ein anderer Zeuge hat einen anderen Eintrag gesehen</translation>
    </message>
    <message>
        <source>approve</source>
        <translation>freigeben</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>freigegeben</translation>
    </message>
    <message>
        <source>as JSON</source>
        <translation>als JSON</translation>
    </message>
    <message>
        <source>as it comes</source>
        <translation>wie es kommt</translation>
    </message>
    <message>
        <source>as it stands beside your decisions</source>
        <translation>wie er neben Ihren Entscheidungen steht</translation>
    </message>
    <message>
        <source>as the hub&apos;s</source>
        <translation>wie die des Hubs</translation>
    </message>
    <message>
        <source>as usual</source>
        <translation>wie üblich</translation>
    </message>
    <message>
        <source>at a known rate</source>
        <translation>mit bekannter Rate</translation>
    </message>
    <message>
        <source>at an unknown time</source>
        <translation>zu unbekannter Zeit</translation>
    </message>
    <message>
        <source>at least {low}</source>
        <translation>mindestens {low}</translation>
    </message>
    <message>
        <source>at most {high}</source>
        <translation>höchstens {high}</translation>
    </message>
    <message>
        <source>at most {most} characters</source>
        <translation>höchstens {most} Zeichen</translation>
    </message>
    <message>
        <source>attachments are larger than {most} MiB together</source>
        <translation>attachments sind zusammen größer als {most} MiB</translation>
    </message>
    <message>
        <source>attachments has two files called {name}</source>
        <translation>attachments hat zwei Dateien namens {name}</translation>
    </message>
    <message>
        <source>attachments has {count} files; a record may have {most}</source>
        <translation>attachments hat {count} Dateien; ein Datensatz darf {most} haben</translation>
    </message>
    <message>
        <source>attachments is {kind}; it must be a list of file names</source>
        <translation>attachments ist {kind}; es muss eine Liste von Dateinamen sein</translation>
    </message>
    <message>
        <source>audit</source>
        <translation>Stichprobe</translation>
    </message>
    <message>
        <source>auditor</source>
        <translation>Revision</translation>
    </message>
    <message>
        <source>away until {when}</source>
        <translation>abwesend bis {when}</translation>
    </message>
    <message>
        <source>back to the pool</source>
        <translation>zurück in den Pool</translation>
    </message>
    <message>
        <source>balance for me</source>
        <translation>ausgleichen lassen</translation>
    </message>
    <message>
        <source>because</source>
        <translation>weil</translation>
    </message>
    <message>
        <source>before {time}</source>
        <translation>vor {time}</translation>
    </message>
    <message>
        <source>blind</source>
        <translation>blind</translation>
    </message>
    <message>
        <source>both sides have the same</source>
        <translation>beide Seiten haben dasselbe</translation>
    </message>
    <message>
        <source>by its own schema {fault}</source>
        <translation>nach seinem eigenen Schema {fault}</translation>
    </message>
    <message>
        <source>byte {byte} ({value}) is not UTF-8</source>
        <translation>Byte {byte} ({value}) ist kein UTF-8</translation>
    </message>
    <message>
        <source>called off</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>calls {name}</source>
        <translation>ruft {name}</translation>
    </message>
    <message>
        <source>cannot be opened ({strerror})</source>
        <translation>kann nicht geöffnet werden ({strerror})</translation>
    </message>
    <message>
        <source>cannot be opened as a folder ({cause})</source>
        <translation>kann nicht als Ordner geöffnet werden ({cause})</translation>
    </message>
    <message>
        <source>cannot be read: {reason}</source>
        <translation>kann nicht gelesen werden: {reason}</translation>
    </message>
    <message>
        <source>chance within each risk</source>
        <translation>Zufall innerhalb jedes Risikos</translation>
    </message>
    <message>
        <source>changed since</source>
        <translation>seither geändert</translation>
    </message>
    <message>
        <source>close all</source>
        <translation>alle zuklappen</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>zugeklappt</translation>
    </message>
    <message>
        <source>code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>comes in</source>
        <translation>kommt herein</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>confidence is {seen}; it must be a number between 0 and 1</source>
        <translation>confidence ist {seen}; es muss eine Zahl zwischen 0 und 1 sein</translation>
    </message>
    <message>
        <source>confidence is {seen}; it must lie between 0 and 1</source>
        <translation>confidence ist {seen}; es muss zwischen 0 und 1 liegen</translation>
    </message>
    <message>
        <source>copied</source>
        <translation>kopiert</translation>
    </message>
    <message>
        <source>correct</source>
        <translation>korrigieren</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>korrigiert</translation>
    </message>
    <message>
        <source>cost {figure}</source>
        <translation>Kosten {figure}</translation>
    </message>
    <message>
        <source>could not be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>critical</source>
        <translation>kritisch</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>Qt pattern of a date</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM HH:mm</source>
        <comment>Qt pattern</comment>
        <translation>d. MMM HH:mm</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>Qt pattern of a date</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>date and time</source>
        <translation>Datum und Uhrzeit</translation>
    </message>
    <message>
        <source>ddd HH:mm</source>
        <comment>Qt pattern of a date</comment>
        <translation>ddd HH:mm</translation>
    </message>
    <message>
        <source>ddd d MMM, HH:mm</source>
        <comment>Qt pattern of a date</comment>
        <translation>ddd d. MMM, HH:mm</translation>
    </message>
    <message>
        <source>decided</source>
        <translation>entschieden</translation>
    </message>
    <message>
        <source>decision {id}: its words are not the ones that were chained</source>
        <translation>Entscheidung {id}: ihre Worte sind nicht die, die verkettet wurden</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>zugestellt</translation>
    </message>
    <message>
        <source>device {id}, unknown here</source>
        <translation>Gerät {id}, hier unbekannt</translation>
    </message>
    <message>
        <source>disputed</source>
        <translation>strittig</translation>
    </message>
    <message>
        <source>distantly alike</source>
        <translation>entfernt ähnlich</translation>
    </message>
    <message>
        <source>does not exist</source>
        <translation>gibt es nicht</translation>
    </message>
    <message>
        <source>does not fit the schema of this step</source>
        <translation>passt nicht zum Schema dieses Schritts</translation>
    </message>
    <message>
        <source>due</source>
        <translation>fällig</translation>
    </message>
    <message>
        <source>due in {span}</source>
        <translation>fällig in {span}</translation>
    </message>
    <message>
        <source>due time</source>
        <translation>Fälligkeit</translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation>fällig {day}</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
    <message>
        <source>entry {n} is missing</source>
        <translation>Eintrag {n} fehlt</translation>
    </message>
    <message>
        <source>error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>escalate</source>
        <translation>weiterleiten</translation>
    </message>
    <message>
        <source>escalated</source>
        <translation>weitergeleitet</translation>
    </message>
    <message>
        <source>every one</source>
        <translation>jede</translation>
    </message>
    <message>
        <source>everyone</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>exchanged {when}</source>
        <translation>ausgetauscht {when}</translation>
    </message>
    <message>
        <source>exchanging</source>
        <translation>Austausch läuft</translation>
    </message>
    <message>
        <source>exchanging {count} of {total}</source>
        <translation>Austausch: {count} von {total}</translation>
    </message>
    <message numerus="yes">
        <source>exchanging, %Ln received</source>
        <translation>
            <numerusform>Austausch läuft, %Ln empfangen</numerusform>
            <numerusform>Austausch läuft, %Ln empfangen</numerusform>
        </translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>failed: {why}</source>
        <translation>gescheitert: {why}</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>fit</source>
        <translation>Breite</translation>
    </message>
    <message>
        <source>fits none of the allowed forms</source>
        <translation>passt zu keiner der erlaubten Formen</translation>
    </message>
    <message>
        <source>fits several forms, and may fit only one</source>
        <translation>passt zu mehreren Formen und darf nur zu einer passen</translation>
    </message>
    <message>
        <source>flagged outputs wait for a person</source>
        <translation>auffällige Ausgaben warten auf einen Menschen</translation>
    </message>
    <message>
        <source>for {name}</source>
        <translation>für {name}</translation>
    </message>
    <message>
        <source>from</source>
        <translation>von</translation>
    </message>
    <message>
        <source>gave</source>
        <translation>ergab</translation>
    </message>
    <message>
        <source>give a key</source>
        <translation>Taste geben</translation>
    </message>
    <message>
        <source>given</source>
        <translation>erhielt</translation>
    </message>
    <message>
        <source>given to</source>
        <translation>zugeteilt an</translation>
    </message>
    <message>
        <source>guidelines</source>
        <translation>Leitfaden</translation>
    </message>
    <message>
        <source>has</source>
        <translation>hat</translation>
    </message>
    <message>
        <source>has no column “{output}” (its columns are {names})</source>
        <translation>hat keine Spalte „{output}“ (ihre Spalten sind {names})</translation>
    </message>
    <message>
        <source>has no column “{output}” in its first row ({seen})</source>
        <translation>hat in der ersten Zeile keine Spalte „{output}“ ({seen})</translation>
    </message>
    <message>
        <source>has no readable first row</source>
        <translation>hat keine lesbare erste Zeile</translation>
    </message>
    <message>
        <source>has {size}; an attachment may have {most}</source>
        <translation>hat {size}; ein Anhang darf {most} haben</translation>
    </message>
    <message>
        <source>has “{key}” twice; readers see only the last</source>
        <translation>hat „{key}“ zweimal; Leser sehen nur das letzte</translation>
    </message>
    <message>
        <source>held up for {minutes} min by {login}</source>
        <translation>seit {minutes} min aufgehalten von {login}</translation>
    </message>
    <message>
        <source>here the chain ends at entry {n}</source>
        <translation>hier endet die Kette mit Eintrag {n}</translation>
    </message>
    <message>
        <source>hide</source>
        <translation>ausblenden</translation>
    </message>
    <message>
        <source>high</source>
        <translation>hoch</translation>
    </message>
    <message>
        <source>holds a number too large to check; nothing was checked</source>
        <translation>enthält eine Zahl, die zum Prüfen zu groß ist; es wurde nichts geprüft</translation>
    </message>
    <message>
        <source>how far back each pull looks again, since a row can become visible after later ones: a duration for a column of times, a count for one of numbers</source>
        <translation>wie weit jeder Abruf zurückschaut, denn eine Zeile kann nach späteren sichtbar werden: eine Dauer bei einer Spalte mit Zeiten, eine Anzahl bei einer mit Nummern</translation>
    </message>
    <message>
        <source>how far back each pull looks again, since platforms filter by the time a run began and long runs end late; what is known already changes nothing</source>
        <translation>wie weit jeder Abruf noch einmal zurückblickt, denn Plattformen filtern nach dem Beginn eines Laufs, und lange Läufe enden spät; was schon bekannt ist, ändert nichts</translation>
    </message>
    <message>
        <source>how long a trace is waited for whose first span is missing, since it is written last</source>
        <translation>wie lange auf einen Trace gewartet wird, dessen erster Span fehlt, denn dieser wird zuletzt geschrieben</translation>
    </message>
    <message>
        <source>how long the server may take to store a span; each pull looks again at what arrived in that time before the last pull</source>
        <translation>wie lange der Server zum Speichern eines Spans brauchen darf; jeder Abruf sieht noch einmal nach, was in dieser Zeit vor dem letzten Abruf ankam</translation>
    </message>
    <message>
        <source>how many records are asked for at a time</source>
        <translation>wie viele Datensätze auf einmal angefordert werden</translation>
    </message>
    <message>
        <source>how many records are asked for at once, PARAMETER=NUMBER</source>
        <translation>wie viele Datensätze auf einmal erfragt werden, PARAMETER=ZAHL</translation>
    </message>
    <message>
        <source>how many rows are held in memory at once</source>
        <translation>wie viele Zeilen zugleich im Speicher gehalten werden</translation>
    </message>
    <message>
        <source>how many threads are asked for at once, from 1 to 1000</source>
        <translation>wie viele Threads auf einmal erfragt werden, von 1 bis 1000</translation>
    </message>
    <message>
        <source>how many traces are listed at a time, from 1 to 500; 100 without</source>
        <translation>wie viele Traces auf einmal aufgelistet werden, 1 bis 500; ohne Angabe 100</translation>
    </message>
    <message>
        <source>how much harm a wrong output can do</source>
        <translation>wie viel Schaden droht</translation>
    </message>
    <message>
        <source>how sure the agent is, 0 to 1</source>
        <translation>wie sicher der Agent ist, 0 bis 1</translation>
    </message>
    <message>
        <source>human is {kind}; it must be a list of judgements</source>
        <translation>human ist {kind}; es muss eine Liste von Beurteilungen sein</translation>
    </message>
    <message>
        <source>id</source>
        <translation>ID</translation>
    </message>
    <message>
        <source>in minutes; 0 pulls only when asked</source>
        <translation>in Minuten; bei 0 wird nur auf Verlangen abgerufen</translation>
    </message>
    <message>
        <source>intake</source>
        <translation>Zulauf</translation>
    </message>
    <message>
        <source>invited, good until {until}</source>
        <translation>eingeladen, gültig bis {until}</translation>
    </message>
    <message>
        <source>is a Parquet file, and the library that reads those is not installed</source>
        <translation>ist eine Parquet-Datei, und die Bibliothek dafür ist nicht installiert</translation>
    </message>
    <message>
        <source>is a folder</source>
        <translation>ist ein Ordner</translation>
    </message>
    <message>
        <source>is a link that leads out of the record&apos;s folder</source>
        <translation>ist ein Verweis, der aus dem Ordner des Datensatzes hinausführt</translation>
    </message>
    <message>
        <source>is an absolute path; only files below the record&apos;s folder do</source>
        <translation>ist ein absoluter Pfad; zulässig sind nur Dateien unterhalb des Ordners des Datensatzes</translation>
    </message>
    <message>
        <source>is an address; addresses are never followed</source>
        <translation>ist eine Adresse; Adressen wird nie gefolgt</translation>
    </message>
    <message>
        <source>is an integer of {digits:,} digits, too many to hold</source>
        <translation>ist eine ganze Zahl mit {digits:,} Ziffern, zu vielen zum Speichern</translation>
    </message>
    <message>
        <source>is back</source>
        <translation>ist zurück</translation>
    </message>
    <message>
        <source>is damaged: it cannot be unpacked</source>
        <translation>ist beschädigt: sie lässt sich nicht entpacken</translation>
    </message>
    <message>
        <source>is in no format that can be read</source>
        <translation>hat kein lesbares Format</translation>
    </message>
    <message>
        <source>is no Parquet file, or a damaged one</source>
        <translation>ist keine oder eine beschädigte Parquet-Datei</translation>
    </message>
    <message>
        <source>is no folder</source>
        <translation>ist kein Ordner</translation>
    </message>
    <message>
        <source>is no path that can be followed</source>
        <translation>ist kein Pfad, dem sich folgen lässt</translation>
    </message>
    <message>
        <source>is no regular file</source>
        <translation>ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>is not FIELD=PATH</source>
        <translation>ist nicht FELD=PFAD</translation>
    </message>
    <message>
        <source>is not a regular file</source>
        <translation>ist keine gewöhnliche Datei</translation>
    </message>
    <message>
        <source>is not allowed</source>
        <translation>ist nicht erlaubt</translation>
    </message>
    <message>
        <source>is not expected here</source>
        <translation>ist hier nicht vorgesehen</translation>
    </message>
    <message>
        <source>is not written as the format “{name}” asks</source>
        <translation>ist nicht geschrieben, wie es das Format „{name}“ verlangt</translation>
    </message>
    <message>
        <source>is of a kind that is not allowed</source>
        <translation>ist von einer Art, die nicht erlaubt ist</translation>
    </message>
    <message>
        <source>is required</source>
        <translation>wird verlangt</translation>
    </message>
    <message>
        <source>is too long to be checked against its pattern</source>
        <translation>ist zu lang, um gegen sein Muster geprüft zu werden</translation>
    </message>
    <message>
        <source>is {encoding} text</source>
        <translation>ist Text in {encoding}</translation>
    </message>
    <message>
        <source>is {number}, too large to hold</source>
        <translation>ist {number}, zu groß zum Speichern</translation>
    </message>
    <message>
        <source>is {text}, which is not JSON</source>
        <translation>ist {text}, was kein JSON ist</translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation>nicht lesbar</translation>
    </message>
    <message>
        <source>it declares a document type or entities</source>
        <translation>sie deklariert einen Dokumenttyp oder Entitäten</translation>
    </message>
    <message>
        <source>it does not begin with SELECT or WITH</source>
        <translation>sie beginnt nicht mit SELECT oder WITH</translation>
    </message>
    <message>
        <source>it does not begin with postgresql://</source>
        <translation>sie beginnt nicht mit postgresql://</translation>
    </message>
    <message>
        <source>it does not follow the entry before it</source>
        <translation>er folgt nicht auf den Eintrag davor</translation>
    </message>
    <message>
        <source>it does not take “{verdict}”</source>
        <translation>er nimmt „{verdict}“ nicht an</translation>
    </message>
    <message>
        <source>it forgot the secret at once</source>
        <translation>er hat das Geheimnis sofort vergessen</translation>
    </message>
    <message>
        <source>it gives its results one by one; put it around what collects them</source>
        <translation>sie gibt ihre Ergebnisse einzeln aus; stellen Sie unter Aufsicht, was sie sammelt</translation>
    </message>
    <message>
        <source>it has a space or a character that is not shown</source>
        <translation>sie enthält ein Leerzeichen oder ein unsichtbares Zeichen</translation>
    </message>
    <message>
        <source>it has no parameter {names}</source>
        <translation>sie hat keinen Parameter {names}</translation>
    </message>
    <message>
        <source>it has no signature, and entries after it have one</source>
        <translation>er hat keine Unterschrift, spätere Einträge aber haben eine</translation>
    </message>
    <message>
        <source>it has several statements</source>
        <translation>sie hat mehrere Anweisungen</translation>
    </message>
    <message>
        <source>it has the word {word}</source>
        <translation>sie enthält das Wort {word}</translation>
    </message>
    <message>
        <source>it has {size:,} characters and a record may have {most:,}; select less of it, or raise the limit in the settings</source>
        <translation>er hat {size:,} Zeichen und ein Datensatz darf {most:,} haben; wählen Sie weniger davon aus oder heben Sie die Grenze in den Einstellungen an</translation>
    </message>
    <message>
        <source>it has {size} and a record may have {most}</source>
        <translation>sie hat {size}, und ein Datensatz darf {most} haben</translation>
    </message>
    <message>
        <source>it has {size} and a record may have {most}; make it smaller, or raise the limit in the settings</source>
        <translation>er hat {size}, und ein Datensatz darf {most} haben; verkleinern Sie ihn, oder heben Sie die Grenze in den Einstellungen an</translation>
    </message>
    <message>
        <source>it holds more than {most:,} values</source>
        <translation>er enthält mehr als {most:,} Werte</translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation>sie ist leer</translation>
    </message>
    <message>
        <source>it is larger than {most:,} bytes; have the collector write smaller batches</source>
        <translation>sie ist größer als {most:,} Byte; lassen Sie den Collector kleinere Stapel schreiben</translation>
    </message>
    <message>
        <source>it is missing</source>
        <translation>fehlt</translation>
    </message>
    <message>
        <source>it is no request of OTLP: it has neither resourceSpans nor resourceLogs</source>
        <translation>sie ist keine Anfrage nach OTLP: Sie hat weder resourceSpans noch resourceLogs</translation>
    </message>
    <message>
        <source>it is not JSON: {wrong}</source>
        <translation>das ist kein JSON: {wrong}</translation>
    </message>
    <message>
        <source>it is not UTF-8</source>
        <translation>sie ist kein UTF-8</translation>
    </message>
    <message>
        <source>it is not UTF-8 text (byte {byte})</source>
        <translation>das ist kein UTF-8-Text (Byte {byte})</translation>
    </message>
    <message>
        <source>it is not encrypted, and what is sent could be read on the way. Use https, or set plain=yes if the network is trusted</source>
        <translation>sie ist nicht verschlüsselt, und was gesendet wird, könnte unterwegs gelesen werden. Verwenden Sie https, oder setzen Sie plain=yes, wenn dem Netz zu trauen ist</translation>
    </message>
    <message>
        <source>it is not what was chained</source>
        <translation>nicht, was im Journal verkettet wurde</translation>
    </message>
    <message>
        <source>it is read-only</source>
        <translation>sie ist schreibgeschützt</translation>
    </message>
    <message>
        <source>it is signed with a key that the device never had</source>
        <translation>er ist mit einem Schlüssel unterschrieben, den das Gerät nie hatte</translation>
    </message>
    <message>
        <source>it is signed with a key that was replaced before</source>
        <translation>er ist mit einem Schlüssel unterschrieben, der vorher ersetzt wurde</translation>
    </message>
    <message>
        <source>it is signed, and the device&apos;s key is gone</source>
        <translation>er ist unterschrieben, der Schlüssel des Geräts aber ist fort</translation>
    </message>
    <message>
        <source>it is {kind}; a record is an object</source>
        <translation>das ist {kind}; ein Datensatz ist ein Objekt</translation>
    </message>
    <message>
        <source>it must be a JSON object, a member for each argument</source>
        <translation>es muss ein JSON-Objekt sein, ein Mitglied für jedes Argument</translation>
    </message>
    <message>
        <source>it must begin with https:// or http://</source>
        <translation>sie muss mit https:// oder http:// beginnen</translation>
    </message>
    <message>
        <source>it must look like postgresql://user@host/database</source>
        <translation>sie muss aussehen wie postgresql://konto@rechner/datenbank</translation>
    </message>
    <message>
        <source>it names no database</source>
        <translation>sie nennt keine Datenbank</translation>
    </message>
    <message>
        <source>it nests more than {most} objects and lists in one another</source>
        <translation>mehr als {most} Objekte und Listen sind ineinander verschachtelt</translation>
    </message>
    <message>
        <source>it nests too many objects and lists in one another</source>
        <translation>zu viele Objekte und Listen sind ineinander verschachtelt</translation>
    </message>
    <message>
        <source>it stands for a whole session, which is no output to review</source>
        <translation>er steht für eine ganze Sitzung, und die ist keine zu prüfende Ausgabe</translation>
    </message>
    <message>
        <source>it stands for a whole thread, which is no output to review</source>
        <translation>er steht für einen ganzen Gesprächsfaden, und der ist keine zu prüfende Ausgabe</translation>
    </message>
    <message>
        <source>it takes no {names}</source>
        <translation>{names} nimmt sie nicht an</translation>
    </message>
    <message>
        <source>items, for</source>
        <translation>Einträge, für</translation>
    </message>
    <message>
        <source>its body is about another fact</source>
        <translation>sein Inhalt handelt von etwas anderem</translation>
    </message>
    <message>
        <source>its end is missing</source>
        <translation>sein Ende fehlt</translation>
    </message>
    <message>
        <source>its host or port cannot be read</source>
        <translation>Rechner oder Port sind nicht lesbar</translation>
    </message>
    <message>
        <source>its id, or the beginning of it</source>
        <translation>seine ID oder ihr Anfang</translation>
    </message>
    <message>
        <source>its number is none</source>
        <translation>seine Nummer ist keine</translation>
    </message>
    <message>
        <source>its signature is not the device&apos;s</source>
        <translation>seine Unterschrift ist nicht die des Geräts</translation>
    </message>
    <message>
        <source>journal entry {n} of {device}, witnessed by {witness}: {reason}</source>
        <translation>Journaleintrag {n} von {device}, bezeugt von {witness}: {reason}</translation>
    </message>
    <message>
        <source>journal entry {n} of {device}: {reason}</source>
        <translation>Journaleintrag {n} von {device}: {reason}</translation>
    </message>
    <message>
        <source>judged blind</source>
        <translation>blind geprüft</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>gerade eben</translation>
    </message>
    <message>
        <source>keys of the metadata whose whole value is wanted, with commas between; Langfuse cuts others at 200 characters</source>
        <translation>Schlüssel der Metadaten, deren ganzer Wert gebraucht wird, durch Kommas getrennt; andere kürzt Langfuse auf 200 Zeichen</translation>
    </message>
    <message>
        <source>labels</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>labels go back</source>
        <translation>Labels gehen zurück</translation>
    </message>
    <message>
        <source>labels of all sources</source>
        <translation>Labels aller Quellen</translation>
    </message>
    <message>
        <source>labels of {sources}</source>
        <translation>Labels von {sources}</translation>
    </message>
    <message>
        <source>lacks an element that must be there</source>
        <translation>ihm fehlt ein verlangtes Element</translation>
    </message>
    <message>
        <source>lead</source>
        <translation>Leitung</translation>
    </message>
    <message>
        <source>leads out of the record&apos;s folder</source>
        <translation>führt aus dem Ordner des Datensatzes hinaus</translation>
    </message>
    <message>
        <source>leave</source>
        <translation>verlassen</translation>
    </message>
    <message>
        <source>leaves at the next turn</source>
        <translation>geht beim nächsten Mal</translation>
    </message>
    <message>
        <source>less than {high}</source>
        <translation>weniger als {high}</translation>
    </message>
    <message>
        <source>level {level}</source>
        <translation>Ebene {level}</translation>
    </message>
    <message>
        <source>low</source>
        <translation>gering</translation>
    </message>
    <message>
        <source>major</source>
        <translation>erheblich</translation>
    </message>
    <message>
        <source>maps a field a second time</source>
        <translation>ordnet ein Feld ein zweites Mal zu</translation>
    </message>
    <message>
        <source>mark</source>
        <translation>markieren</translation>
    </message>
    <message>
        <source>mark it</source>
        <translation>markieren</translation>
    </message>
    <message>
        <source>marked</source>
        <translation>markiert</translation>
    </message>
    <message>
        <source>may not be read by you</source>
        <translation>darf von Ihnen nicht gelesen werden</translation>
    </message>
    <message>
        <source>me</source>
        <translation>mich</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>mittel</translation>
    </message>
    <message>
        <source>messages</source>
        <translation>Nachrichten</translation>
    </message>
    <message>
        <source>metadata is {kind}; it must be an object</source>
        <translation>metadata ist {kind}; es muss ein Objekt sein</translation>
    </message>
    <message>
        <source>metadata name, such as tier</source>
        <translation>Name in den Metadaten, etwa tier</translation>
    </message>
    <message>
        <source>metadata.{member} is set by `waits` alone</source>
        <translation>metadata.{member} wird allein durch `waits` gesetzt</translation>
    </message>
    <message>
        <source>minor</source>
        <translation>gering</translation>
    </message>
    <message>
        <source>missing: counts as the most uncertain</source>
        <translation>fehlt: gilt als am unsichersten</translation>
    </message>
    <message>
        <source>model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>more than {low}</source>
        <translation>mehr als {low}</translation>
    </message>
    <message>
        <source>must be a UUID</source>
        <translation>muss eine UUID sein</translation>
    </message>
    <message>
        <source>must be a multiple of {step}</source>
        <translation>muss ein Vielfaches von {step} sein</translation>
    </message>
    <message>
        <source>must be a span of time such as P3DT4H</source>
        <translation>muss eine Zeitspanne sein wie P3DT4H</translation>
    </message>
    <message>
        <source>must be a web address with its scheme</source>
        <translation>muss eine Webadresse mit Schema sein</translation>
    </message>
    <message>
        <source>must be an IPv4 address</source>
        <translation>muss eine IPv4-Adresse sein</translation>
    </message>
    <message>
        <source>must be an IPv6 address</source>
        <translation>muss eine IPv6-Adresse sein</translation>
    </message>
    <message>
        <source>must be an e-mail address</source>
        <translation>muss eine E-Mail-Adresse sein</translation>
    </message>
    <message>
        <source>must be at least {limit}</source>
        <translation>muss mindestens {limit} sein</translation>
    </message>
    <message>
        <source>must be at most {limit}</source>
        <translation>darf höchstens {limit} sein</translation>
    </message>
    <message>
        <source>must be less than {limit}</source>
        <translation>muss kleiner als {limit} sein</translation>
    </message>
    <message>
        <source>must be more than {limit}</source>
        <translation>muss größer als {limit} sein</translation>
    </message>
    <message>
        <source>must be one of {choices}</source>
        <translation>muss eines von {choices} sein</translation>
    </message>
    <message>
        <source>must be one of {count} known values</source>
        <translation>muss einer von {count} bekannten Werten sein</translation>
    </message>
    <message>
        <source>must be one of: {kinds}</source>
        <translation>muss eines davon sein: {kinds}</translation>
    </message>
    <message>
        <source>must be the name of a host</source>
        <translation>muss ein Hostname sein</translation>
    </message>
    <message>
        <source>must be {kind}</source>
        <translation>muss {kind} sein</translation>
    </message>
    <message>
        <source>must have at least one field</source>
        <translation>muss mindestens ein Feld haben</translation>
    </message>
    <message>
        <source>must have at least one row</source>
        <translation>muss mindestens eine Zeile haben</translation>
    </message>
    <message>
        <source>must have at least {limit} characters</source>
        <translation>muss mindestens {limit} Zeichen haben</translation>
    </message>
    <message>
        <source>must have at least {limit} fields</source>
        <translation>muss mindestens {limit} Felder haben</translation>
    </message>
    <message>
        <source>must have at least {limit} rows</source>
        <translation>muss mindestens {limit} Zeilen haben</translation>
    </message>
    <message>
        <source>must have at most one character</source>
        <translation>darf höchstens ein Zeichen haben</translation>
    </message>
    <message>
        <source>must have at most one field</source>
        <translation>darf höchstens ein Feld haben</translation>
    </message>
    <message>
        <source>must have at most one row</source>
        <translation>darf höchstens eine Zeile haben</translation>
    </message>
    <message>
        <source>must have at most {limit} characters</source>
        <translation>darf höchstens {limit} Zeichen haben</translation>
    </message>
    <message>
        <source>must have at most {limit} fields</source>
        <translation>darf höchstens {limit} Felder haben</translation>
    </message>
    <message>
        <source>must have at most {limit} rows</source>
        <translation>darf höchstens {limit} Zeilen haben</translation>
    </message>
    <message>
        <source>must look like 09:30:00Z</source>
        <translation>muss aussehen wie 09:30:00Z</translation>
    </message>
    <message>
        <source>must look like 2026-03-12</source>
        <translation>muss aussehen wie 2026-03-12</translation>
    </message>
    <message>
        <source>must look like 2026-03-12T09:30:00Z</source>
        <translation>muss aussehen wie 2026-03-12T09:30:00Z</translation>
    </message>
    <message>
        <source>must match {pattern}</source>
        <translation>muss zu {pattern} passen</translation>
    </message>
    <message>
        <source>must not be empty</source>
        <translation>darf nicht leer sein</translation>
    </message>
    <message>
        <source>must not hold the same thing twice</source>
        <translation>darf nichts zweimal enthalten</translation>
    </message>
    <message>
        <source>name, as it stands beside decisions</source>
        <translation>Name, wie er neben Entscheidungen steht</translation>
    </message>
    <message>
        <source>names the column “{twice}” twice in its first row</source>
        <translation>nennt die Spalte „{twice}“ zweimal in der ersten Zeile</translation>
    </message>
    <message>
        <source>nearly the same</source>
        <translation>fast gleich</translation>
    </message>
    <message>
        <source>needs you</source>
        <translation>braucht Sie</translation>
    </message>
    <message>
        <source>new</source>
        <translation>neu</translation>
    </message>
    <message>
        <source>newest</source>
        <translation>Neuheit</translation>
    </message>
    <message>
        <source>next</source>
        <translation>weiter</translation>
    </message>
    <message>
        <source>next due {when}</source>
        <translation>nächste Frist {when}</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>no change yet</source>
        <translation>noch keine Änderung</translation>
    </message>
    <message>
        <source>no conf.</source>
        <translation>o. Ang.</translation>
    </message>
    <message>
        <source>no confidence</source>
        <translation>ohne Sicherheitsangabe</translation>
    </message>
    <message>
        <source>no copy could be made at {target} ({error})</source>
        <translation>unter {target} ließ sich keine Kopie anlegen ({error})</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>keine Taste</translation>
    </message>
    <message>
        <source>no labels yet</source>
        <translation>noch keine Labels</translation>
    </message>
    <message>
        <source>no longer of the team</source>
        <translation>nicht mehr im Team</translation>
    </message>
    <message>
        <source>no longer of the team since {when}</source>
        <translation>seit {when} nicht mehr im Team</translation>
    </message>
    <message>
        <source>no to leave out the other spans of the same trace, which show what the agent did</source>
        <translation>no lässt die anderen Spans derselben Spur weg, die zeigen, was der Agent getan hat</translation>
    </message>
    <message>
        <source>no to leave out traces of agents that failed; yes without</source>
        <translation>no lässt Traces gescheiterter Agenten weg; ohne Angabe yes</translation>
    </message>
    <message>
        <source>nobody here is called “{name}”</source>
        <translation>niemand hier heißt „{name}“</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>noch niemand</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>not pulled yet</source>
        <translation>noch nicht abgerufen</translation>
    </message>
    <message>
        <source>not reached yet</source>
        <translation>noch nicht erreicht</translation>
    </message>
    <message>
        <source>not seen yet</source>
        <translation>noch nicht gesehen</translation>
    </message>
    <message>
        <source>not used yet</source>
        <translation>noch nicht benutzt</translation>
    </message>
    <message>
        <source>not yet</source>
        <translation>noch nicht</translation>
    </message>
    <message>
        <source>not {words}</source>
        <translation>nicht {words}</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>nothing is released</source>
        <translation>nichts wird ausgeliefert</translation>
    </message>
    <message>
        <source>nothing new</source>
        <translation>nichts Neues</translation>
    </message>
    <message>
        <source>nothing that “{verdict}” can mean is what it takes</source>
        <translation>nichts, was „{verdict}“ bedeuten kann, nimmt er an</translation>
    </message>
    <message>
        <source>nothing: everything is with the hub</source>
        <translation>nichts: Alles ist beim Hub</translation>
    </message>
    <message>
        <source>null</source>
        <translation>null</translation>
    </message>
    <message>
        <source>observation {observation}</source>
        <translation>Beobachtung {observation}</translation>
    </message>
    <message>
        <source>off line since {when}</source>
        <translation>offline seit {when}</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>on line</source>
        <translation>online</translation>
    </message>
    <message>
        <source>on the hub the chain ends at entry {n}</source>
        <translation>auf dem Hub endet die Kette mit Eintrag {n}</translation>
    </message>
    <message>
        <source>one of {choices}</source>
        <translation>eines von {choices}</translation>
    </message>
    <message>
        <source>one of {count} values</source>
        <translation>einer von {count} Werten</translation>
    </message>
    <message>
        <source>only observations of this environment</source>
        <translation>nur Beobachtungen dieser Umgebung</translation>
    </message>
    <message>
        <source>only observations of this type</source>
        <translation>nur Beobachtungen dieser Art</translation>
    </message>
    <message>
        <source>only runs that this filter of LangSmith lets through</source>
        <translation>nur Läufe, die dieser Filter von LangSmith durchlässt</translation>
    </message>
    <message>
        <source>only spans of these kinds, with commas between; any without</source>
        <translation>nur Spans dieser Arten, durch Kommas getrennt; ohne Angabe alle</translation>
    </message>
    <message>
        <source>only threads with this metadata, NAME=VALUE, one a line</source>
        <translation>nur Threads mit diesen Metadaten, NAME=WERT, einer je Zeile</translation>
    </message>
    <message>
        <source>only tool calls</source>
        <translation>nur Aufrufe</translation>
    </message>
    <message>
        <source>open</source>
        <translation>aufgeklappt</translation>
    </message>
    <message>
        <source>open all</source>
        <translation>alle aufklappen</translation>
    </message>
    <message>
        <source>optional</source>
        <translation>freiwillig</translation>
    </message>
    <message>
        <source>output is missing: nothing is at {path}</source>
        <translation>output fehlt: unter {path} steht nichts</translation>
    </message>
    <message>
        <source>output is missing; without one there is nothing to review</source>
        <translation>output fehlt; ohne Ausgabe gibt es nichts zu prüfen</translation>
    </message>
    <message>
        <source>output is null; there is nothing to review</source>
        <translation>output ist null; es gibt nichts zu prüfen</translation>
    </message>
    <message>
        <source>output is null; without one there is nothing to review</source>
        <translation>output ist null; ohne Ausgabe gibt es nichts zu prüfen</translation>
    </message>
    <message>
        <source>output_type is {seen}; it must be one of {known}</source>
        <translation>output_type ist {seen}; es muss eines von {known} sein</translation>
    </message>
    <message>
        <source>outputs</source>
        <translation>Ausgaben</translation>
    </message>
    <message>
        <source>outputs and labels</source>
        <translation>Ausgaben und Labels</translation>
    </message>
    <message>
        <source>outputs every {span}</source>
        <translation>Ausgaben alle {span}</translation>
    </message>
    <message>
        <source>outputs when asked</source>
        <translation>Ausgaben auf Verlangen</translation>
    </message>
    <message>
        <source>page {page} of {pages}</source>
        <translation>S. {page} von {pages}</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>picked in the queue</source>
        <translation>in der Liste ausgewählt</translation>
    </message>
    <message>
        <source>pool</source>
        <translation>Pool</translation>
    </message>
    <message>
        <source>pools, with commas: finance, legal</source>
        <translation>Pools, mit Kommas: Finanzen, Recht</translation>
    </message>
    <message>
        <source>press a key, Esc to leave it</source>
        <translation>Taste drücken, Esc bricht ab</translation>
    </message>
    <message>
        <source>priority</source>
        <translation>Vorrang</translation>
    </message>
    <message>
        <source>produced {time}</source>
        <translation>erzeugt {time}</translation>
    </message>
    <message>
        <source>promptfoo tests</source>
        <translation>promptfoo-Tests</translation>
    </message>
    <message>
        <source>pulled</source>
        <translation>abgerufen</translation>
    </message>
    <message>
        <source>put back</source>
        <translation>zurücknehmen</translation>
    </message>
    <message>
        <source>queue item {item}</source>
        <translation>Warteschlangen-Eintrag {item}</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>wartend</translation>
    </message>
    <message>
        <source>read from</source>
        <translation>gelesen aus</translation>
    </message>
    <message>
        <source>records at most that one pull takes in; the next goes on from there; no limit where it is empty</source>
        <translation>Datensätze, die ein Abruf höchstens hereinholt; der nächste macht dort weiter; ohne Angabe unbegrenzt</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgewiesen</translation>
    </message>
    <message>
        <source>reject</source>
        <translation>ablehnen</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>released</source>
        <translation>ausgeliefert</translation>
    </message>
    <message>
        <source>released at once</source>
        <translation>sofort ausgeliefert</translation>
    </message>
    <message>
        <source>released later unless stopped</source>
        <translation>später ausgeliefert, wenn niemand anhält</translation>
    </message>
    <message>
        <source>released unless a person stops it</source>
        <translation>ausgeliefert, wenn niemand anhält</translation>
    </message>
    <message>
        <source>remove</source>
        <translation>entfernen</translation>
    </message>
    <message>
        <source>required</source>
        <translation>verlangt</translation>
    </message>
    <message>
        <source>resolved</source>
        <translation>entschieden</translation>
    </message>
    <message>
        <source>reviewer</source>
        <translation>Prüfer</translation>
    </message>
    <message>
        <source>reviewer-enrolment-1:…</source>
        <translation>reviewer-enrolment-1:…</translation>
    </message>
    <message>
        <source>revision {n}</source>
        <translation>Revision {n}</translation>
    </message>
    <message>
        <source>risk</source>
        <translation>Risiko</translation>
    </message>
    <message>
        <source>risk, then due time</source>
        <translation>Risiko, dann Fälligkeit</translation>
    </message>
    <message>
        <source>row {n}</source>
        <translation>Zeile {n}</translation>
    </message>
    <message>
        <source>rule</source>
        <translation>Regel</translation>
    </message>
    <message>
        <source>run {run}</source>
        <translation>Lauf {run}</translation>
    </message>
    <message>
        <source>saved</source>
        <translation>gespeichert</translation>
    </message>
    <message>
        <source>saved as draft</source>
        <translation>als Entwurf gespeichert</translation>
    </message>
    <message>
        <source>secret missing</source>
        <translation>Geheimnis fehlt</translation>
    </message>
    <message>
        <source>selected by</source>
        <translation>ausgewählt durch</translation>
    </message>
    <message>
        <source>severity</source>
        <translation>Schweregrad</translation>
    </message>
    <message>
        <source>show</source>
        <translation>zeigen</translation>
    </message>
    <message>
        <source>since {time}</source>
        <translation>seit {time}</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>jemand</translation>
    </message>
    <message>
        <source>something follows the end of the record</source>
        <translation>nach dem Ende des Datensatzes folgt noch etwas</translation>
    </message>
    <message>
        <source>sorted by {order}</source>
        <translation>nach {order}</translation>
    </message>
    <message>
        <source>source</source>
        <translation>Quelltext</translation>
    </message>
    <message>
        <source>source is empty; it must be a name</source>
        <translation>source ist leer; es muss ein Name sein</translation>
    </message>
    <message>
        <source>span {span} of project {project}</source>
        <translation>Span {span} des Projekts {project}</translation>
    </message>
    <message>
        <source>sslmode={mode} is not known</source>
        <translation>sslmode={mode} ist nicht bekannt</translation>
    </message>
    <message>
        <source>status</source>
        <translation>Status</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>still open</source>
        <translation>noch offen</translation>
    </message>
    <message>
        <source>superseded</source>
        <translation>ersetzt</translation>
    </message>
    <message>
        <source>taken back</source>
        <translation>zurückgenommen</translation>
    </message>
    <message>
        <source>taken back there</source>
        <translation>dort zurückgenommen</translation>
    </message>
    <message>
        <source>team hub: {words}</source>
        <translation>Team-Hub: {words}</translation>
    </message>
    <message>
        <source>text</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>the SELECT whose rows are the outputs; or name a table</source>
        <translation>das SELECT, dessen Zeilen die Ausgaben sind; oder nennen Sie eine Tabelle</translation>
    </message>
    <message>
        <source>the address of Label Studio</source>
        <translation>die Adresse von Label Studio</translation>
    </message>
    <message>
        <source>the address of Langfuse</source>
        <translation>die Adresse von Langfuse</translation>
    </message>
    <message>
        <source>the address of the LangGraph server</source>
        <translation>die Adresse des LangGraph-Servers</translation>
    </message>
    <message>
        <source>the address of the LangSmith API</source>
        <translation>die Adresse der LangSmith-API</translation>
    </message>
    <message>
        <source>the address of the Phoenix server</source>
        <translation>die Adresse des Phoenix-Servers</translation>
    </message>
    <message>
        <source>the address of the tracking server</source>
        <translation>die Adresse des Tracking-Servers</translation>
    </message>
    <message>
        <source>the address that answers with the records</source>
        <translation>die Adresse, die mit den Datensätzen antwortet</translation>
    </message>
    <message>
        <source>the address that labels are posted to</source>
        <translation>die Adresse, an die Labels gesendet werden</translation>
    </message>
    <message>
        <source>the assistant or graph that answers are sent to; that of the thread without</source>
        <translation>der Assistent oder Graph, an den Antworten gehen; ohne Angabe der des Threads</translation>
    </message>
    <message>
        <source>the audit</source>
        <translation>die Stichprobe</translation>
    </message>
    <message>
        <source>the body was changed</source>
        <translation>sein Inhalt wurde verändert</translation>
    </message>
    <message>
        <source>the business process</source>
        <translation>der Geschäftsprozess</translation>
    </message>
    <message>
        <source>the column that only ever grows with new rows, such as a number or the time of the last change; without one each pull reads everything</source>
        <translation>die Spalte, die mit neuen Zeilen nur wächst, etwa eine Nummer oder die Zeit der letzten Änderung; ohne sie liest jeder Abruf alles</translation>
    </message>
    <message>
        <source>the compressed file is damaged or cut off here</source>
        <translation>die komprimierte Datei ist hier beschädigt oder abgeschnitten</translation>
    </message>
    <message>
        <source>the compressed file is damaged or cut off here; what came before it was read</source>
        <translation>die gepackte Datei ist hier beschädigt oder abgeschnitten; alles davor wurde gelesen</translation>
    </message>
    <message>
        <source>the corrected output was not given</source>
        <translation>die korrigierte Ausgabe wurde nicht angegeben</translation>
    </message>
    <message>
        <source>the correction is not JSON ({why})</source>
        <translation>die Korrektur ist kein JSON ({why})</translation>
    </message>
    <message>
        <source>the correction must be a JSON object, the arguments of the call</source>
        <translation>die Korrektur muss ein JSON-Objekt sein, die Argumente des Aufrufs</translation>
    </message>
    <message>
        <source>the correction must list the {count} calls in their order, each with its name and args; null in place of one refuses it, a text answers it</source>
        <translation>die Korrektur muss die {count} Aufrufe in ihrer Reihenfolge nennen, jeden mit name und args; null an seiner Stelle lehnt einen ab, ein Text beantwortet ihn</translation>
    </message>
    <message>
        <source>the database, as SQLAlchemy writes it, without the password</source>
        <translation>die Datenbank in der Schreibweise von SQLAlchemy, ohne das Passwort</translation>
    </message>
    <message>
        <source>the disk could not be read or written, or is full</source>
        <translation>der Datenträger ist nicht les- oder schreibbar oder voll</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>der Datenträger ist voll</translation>
    </message>
    <message>
        <source>the entry here is another one</source>
        <translation>hier steht ein anderer Eintrag</translation>
    </message>
    <message>
        <source>the entry on the hub is another one</source>
        <translation>auf dem Hub steht ein anderer Eintrag</translation>
    </message>
    <message>
        <source>the entry was changed</source>
        <translation>der Eintrag wurde verändert</translation>
    </message>
    <message>
        <source>the experiment whose traces are read, by its name or id</source>
        <translation>das Experiment, dessen Traces gelesen werden, mit Namen oder Kennung</translation>
    </message>
    <message>
        <source>the file cannot be opened</source>
        <translation>die Datei lässt sich nicht öffnen</translation>
    </message>
    <message>
        <source>the file is damaged here; the rest of this row group cannot be read</source>
        <translation>die Datei ist hier beschädigt; der Rest dieser Zeilengruppe ist nicht lesbar</translation>
    </message>
    <message>
        <source>the file is damaged; restore a backup</source>
        <translation>die Datei ist beschädigt; stellen Sie eine Sicherung wieder her</translation>
    </message>
    <message>
        <source>the file or folder to read</source>
        <translation>die Datei oder der Ordner, der gelesen wird</translation>
    </message>
    <message>
        <source>the file to read</source>
        <translation>die Datei, die gelesen wird</translation>
    </message>
    <message>
        <source>the folder to read</source>
        <translation>der Ordner, der gelesen wird</translation>
    </message>
    <message>
        <source>the header that the secret is sent in; Authorization as a bearer token without</source>
        <translation>der Header, in dem das Geheimnis gesendet wird; ohne Angabe Authorization als Bearer-Token</translation>
    </message>
    <message>
        <source>the id of an annotation queue whose pending items are read, instead of all observations; an item is completed there once its label was sent</source>
        <translation>die Kennung einer Annotations-Warteschlange, deren offene Einträge statt aller Beobachtungen gelesen werden; ein Eintrag wird dort abgeschlossen, sobald sein Label gesendet ist</translation>
    </message>
    <message>
        <source>the id of an annotation queue whose waiting runs are read, instead of all runs of the project; an item is completed there once its label was sent</source>
        <translation>die Kennung einer Annotations-Warteschlange, deren wartende Läufe statt aller Läufe des Projekts gelesen werden; ein Eintrag wird dort abgeschlossen, sobald sein Label gesendet ist</translation>
    </message>
    <message>
        <source>the id of the workspace, where the key opens several</source>
        <translation>die Kennung des Arbeitsbereichs, wenn der Schlüssel mehrere öffnet</translation>
    </message>
    <message>
        <source>the key that the server asks for, sent as x-api-key</source>
        <translation>der Schlüssel, den der Server verlangt, gesendet als x-api-key</translation>
    </message>
    <message>
        <source>the key “{key}” appears twice in {path}</source>
        <translation>der Schlüssel „{key}“ kommt in {path} zweimal vor</translation>
    </message>
    <message>
        <source>the name of the Choices in the labelling interface that take the verdict</source>
        <translation>der Name der Choices in der Beschriftungsoberfläche, die das Urteil aufnehmen</translation>
    </message>
    <message>
        <source>the name of the TextArea in the labelling interface that takes comments, or - to send none</source>
        <translation>der Name der TextArea in der Beschriftungsoberfläche, die Kommentare aufnimmt, oder -, um keine zu senden</translation>
    </message>
    <message>
        <source>the name of the TextArea in the labelling interface that takes the corrected output</source>
        <translation>der Name der TextArea in der Beschriftungsoberfläche, die die korrigierte Ausgabe aufnimmt</translation>
    </message>
    <message>
        <source>the name that corrected outputs get as expectation; expected_output without, and expected_response is what MLflow&apos;s own judges read</source>
        <translation>der Name, den korrigierte Ausgaben als Erwartung bekommen; ohne Angabe expected_output; MLflows eigene Prüfer lesen expected_response</translation>
    </message>
    <message>
        <source>the name that verdicts get as feedback; review_verdict without</source>
        <translation>der Name, den Urteile als Feedback bekommen; ohne Angabe review_verdict</translation>
    </message>
    <message>
        <source>the number of the project, as it stands in its address</source>
        <translation>die Nummer des Projekts, wie sie in seiner Adresse steht</translation>
    </message>
    <message>
        <source>the oldest waits for {span}</source>
        <translation>der älteste wartet seit {span}</translation>
    </message>
    <message>
        <source>the parameter that a token of the next page is sent in</source>
        <translation>der Parameter, in dem das Token der nächsten Seite gesendet wird</translation>
    </message>
    <message>
        <source>the parameter that pages are counted in, from 1 or from what the address says, up to an empty page</source>
        <translation>der Parameter, in dem die Seiten gezählt werden, ab 1 oder ab dem, was in der Adresse steht, bis zu einer leeren Seite</translation>
    </message>
    <message>
        <source>the parameter that says how many records are passed over, up to an empty page</source>
        <translation>der Parameter, der sagt, wie viele Datensätze übersprungen werden, bis zu einer leeren Seite</translation>
    </message>
    <message>
        <source>the parameter that the cursor is sent in</source>
        <translation>der Parameter, in dem der Cursor gesendet wird</translation>
    </message>
    <message>
        <source>the password of the account in the address</source>
        <translation>das Passwort des Kontos in der Adresse</translation>
    </message>
    <message>
        <source>the password of the user</source>
        <translation>das Passwort des Benutzers</translation>
    </message>
    <message>
        <source>the people who may take it</source>
        <translation>wer ihn nehmen darf</translation>
    </message>
    <message>
        <source>the program was started with --offline</source>
        <translation>das Programm wurde mit --offline gestartet</translation>
    </message>
    <message>
        <source>the project by its name or id; default without</source>
        <translation>das Projekt mit Namen oder Kennung; ohne Angabe „default“</translation>
    </message>
    <message>
        <source>the public key of the project</source>
        <translation>der öffentliche Schlüssel des Projekts</translation>
    </message>
    <message>
        <source>the record</source>
        <translation>der Datensatz</translation>
    </message>
    <message>
        <source>the row cannot be read: {wrong}; a quote may be missing or too many</source>
        <translation>die Zeile ist nicht lesbar: {wrong}; vielleicht ist ein Anführungszeichen zu viel oder zu wenig</translation>
    </message>
    <message>
        <source>the row has {cells} cells and the header has {columns}; a quote or a delimiter may be missing or too many</source>
        <translation>die Zeile hat {cells} Zellen und der Kopf {columns}; vielleicht ist ein Anführungs- oder Trennzeichen zu viel oder zu wenig</translation>
    </message>
    <message>
        <source>the sample</source>
        <translation>Beispiel</translation>
    </message>
    <message>
        <source>the sample, on this machine</source>
        <translation>das Beispiel, auf diesem Rechner</translation>
    </message>
    <message>
        <source>the secret key of the project</source>
        <translation>der geheime Schlüssel des Projekts</translation>
    </message>
    <message>
        <source>the secret that calls are signed with, whsec_ and base64 or any text; two of the whsec_ kind, with a space between, while one is being replaced</source>
        <translation>das Geheimnis, mit dem Aufrufe signiert werden, whsec_ und Base64 oder ein beliebiger Text; zwei der whsec_-Art mit einem Leerzeichen dazwischen, solange eines ersetzt wird</translation>
    </message>
    <message>
        <source>the secret that is sent with each request</source>
        <translation>das Geheimnis, das mit jeder Anfrage gesendet wird</translation>
    </message>
    <message>
        <source>the server lists the trace but does not give what was recorded of it ({told}), and its preview is cut</source>
        <translation>der Server führt den Trace auf, gibt aber nicht heraus, was von ihm aufgezeichnet wurde ({told}), und seine Vorschau ist gekürzt</translation>
    </message>
    <message>
        <source>the step</source>
        <translation>den Schritt</translation>
    </message>
    <message>
        <source>the step of the process</source>
        <translation>der Schritt des Prozesses</translation>
    </message>
    <message>
        <source>the table or view whose rows are the outputs</source>
        <translation>die Tabelle oder Sicht, deren Zeilen die Ausgaben sind</translation>
    </message>
    <message>
        <source>the trace is larger than {most} MiB</source>
        <translation>der Trace ist größer als {most} MiB</translation>
    </message>
    <message>
        <source>the tracing project by its name or id; not needed with a queue</source>
        <translation>das Tracing-Projekt mit Namen oder Kennung; mit einer Warteschlange nicht nötig</translation>
    </message>
    <message>
        <source>the version of the model</source>
        <translation>die Fassung des Modells</translation>
    </message>
    <message>
        <source>the whole</source>
        <translation>das Ganze</translation>
    </message>
    <message>
        <source>the witness&apos;s signature is not its own</source>
        <translation>die Unterschrift des Zeugen ist nicht seine eigene</translation>
    </message>
    <message>
        <source>the workspace, on a server that has several</source>
        <translation>der Arbeitsbereich, auf einem Server mit mehreren</translation>
    </message>
    <message>
        <source>there is no hub in this database</source>
        <translation>in dieser Datenbank ist kein Hub</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>es gibt keine solche Datei</translation>
    </message>
    <message>
        <source>there is nothing between two commas</source>
        <translation>zwischen zwei Kommas steht nichts</translation>
    </message>
    <message>
        <source>this is the last lead, and a team has one. Make somebody else a lead first</source>
        <translation>das ist die letzte Leitung, und ein Team hat eine. Machen Sie zuerst jemand anderen zur Leitung</translation>
    </message>
    <message>
        <source>this machine is not let in</source>
        <translation>dieser Rechner wird nicht eingelassen</translation>
    </message>
    <message>
        <source>this name is taken</source>
        <translation>dieser Name ist vergeben</translation>
    </message>
    <message>
        <source>thought</source>
        <translation>Gedanke</translation>
    </message>
    <message>
        <source>time of decision</source>
        <translation>Entscheidungszeit</translation>
    </message>
    <message>
        <source>to</source>
        <translation>bis</translation>
    </message>
    <message>
        <source>to approve</source>
        <translation>Freigeben</translation>
    </message>
    <message>
        <source>to correct</source>
        <translation>Korrigieren</translation>
    </message>
    <message>
        <source>to reject</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation>morgen</translation>
    </message>
    <message>
        <source>took</source>
        <translation>dauerte</translation>
    </message>
    <message>
        <source>tool call</source>
        <translation>Werkzeugaufruf</translation>
    </message>
    <message>
        <source>tool calls</source>
        <translation>Werkzeugaufrufe</translation>
    </message>
    <message>
        <source>trouble</source>
        <translation>Störung</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>wahr oder falsch</translation>
    </message>
    <message>
        <source>trying…</source>
        <translation>läuft…</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>unverändert</translation>
    </message>
    <message>
        <source>unknown agent</source>
        <translation>unbekannter Agent</translation>
    </message>
    <message>
        <source>use `reviewer-app hub leave`, or Leave, to go yourself</source>
        <translation>um selbst zu gehen, nehmen Sie `reviewer-app hub leave` oder „Verlassen“</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>waits for a person</source>
        <translation>wartet auf einen Menschen</translation>
    </message>
    <message>
        <source>was</source>
        <translation>war</translation>
    </message>
    <message>
        <source>was empty</source>
        <translation>war leer</translation>
    </message>
    <message>
        <source>was not there</source>
        <translation>war nicht da</translation>
    </message>
    <message>
        <source>what came or was left with it</source>
        <translation>was damit kam oder dazukam</translation>
    </message>
    <message>
        <source>what people conclude goes back to where the output came from</source>
        <translation>was Menschen befinden, geht dorthin zurück, woher die Ausgabe kam</translation>
    </message>
    <message>
        <source>what the answer is; found out by itself without</source>
        <translation>was die Antwort ist; ohne Angabe wird es von selbst erkannt</translation>
    </message>
    <message>
        <source>what the next person must know</source>
        <translation>was die nächste Person wissen muss</translation>
    </message>
    <message>
        <source>what the next pull begins from (JMESPath, of the answer or of its last record); the feed must then give what is there from this value on, the value itself included or not</source>
        <translation>wovon der nächste Abruf ausgeht (JMESPath, in der Antwort oder ihrem letzten Datensatz); der Feed muss dann liefern, was ab diesem Wert da ist, den Wert selbst eingeschlossen oder nicht</translation>
    </message>
    <message>
        <source>what was concluded</source>
        <translation>wie geurteilt wurde</translation>
    </message>
    <message>
        <source>what was found wrong</source>
        <translation>was als falsch befunden wurde</translation>
    </message>
    <message>
        <source>when it came in</source>
        <translation>wann er eintraf</translation>
    </message>
    <message>
        <source>when it is due</source>
        <translation>wann er fällig ist</translation>
    </message>
    <message>
        <source>where fields are found, FIELD=EXPRESSION (JMESPath), one a line, such as confidence=attributes.metadata.confidence</source>
        <translation>wo die Felder zu finden sind, FELD=AUSDRUCK (JMESPath), einer je Zeile, etwa confidence=attributes.metadata.confidence</translation>
    </message>
    <message>
        <source>where fields are found, FIELD=PATH with commas between, such as output=answer.text, id=uid</source>
        <translation>wo Felder zu finden sind, FELD=PFAD mit Kommas dazwischen, etwa output=answer.text, id=uid</translation>
    </message>
    <message>
        <source>where it stands in the work</source>
        <translation>wo er in der Arbeit steht</translation>
    </message>
    <message>
        <source>where it was read</source>
        <translation>wo er gelesen wurde</translation>
    </message>
    <message>
        <source>where the answer says what comes next (JMESPath): an address, a token for next_param, or whether there is more for page_param; a Link header is followed by itself</source>
        <translation>wo die Antwort sagt, was als Nächstes kommt (JMESPath): eine Adresse, ein Token für next_param oder ob es für page_param noch mehr gibt; einem Link-Header wird von selbst gefolgt</translation>
    </message>
    <message>
        <source>where the first pull begins, a date such as 2026-01-31; everything without</source>
        <translation>wo der erste Abruf beginnt, ein Datum wie 2026-01-31; ohne Angabe alles</translation>
    </message>
    <message>
        <source>where the list of records is in the answer (JMESPath); found by itself in most answers</source>
        <translation>wo in der Antwort die Liste der Datensätze steht (JMESPath); in den meisten Antworten wird sie von selbst gefunden</translation>
    </message>
    <message>
        <source>which files of a folder, such as traces*.json; all with .json in their name without</source>
        <translation>welche Dateien eines Ordners, etwa traces*.json; ohne Angabe alle mit .json im Namen</translation>
    </message>
    <message>
        <source>which files, such as *.jsonl or **/*.csv; all readable ones without</source>
        <translation>welche Dateien, etwa *.jsonl oder **/*.csv; ohne Angabe alle lesbaren</translation>
    </message>
    <message>
        <source>which observations are outputs to review: only the outermost of each trace, or all</source>
        <translation>welche Beobachtungen zu prüfende Ausgaben sind: nur die äußerste jeder Spur oder alle</translation>
    </message>
    <message>
        <source>which runs are outputs to review: only the outermost of each trace, or all</source>
        <translation>welche Läufe zu prüfende Ausgaben sind: nur der äußerste jeder Spur oder alle</translation>
    </message>
    <message>
        <source>which spans are outputs to review: only the outermost of each trace, or all</source>
        <translation>welche Spans zu prüfende Ausgaben sind: nur der äußerste jeder Spur oder alle</translation>
    </message>
    <message>
        <source>which spans are outputs: agent for one a trace, llm for each call of a model, tool for each call of a tool, all for all of them</source>
        <translation>welche Spans Ausgaben sind: agent für eine je Trace, llm für jeden Aufruf eines Modells, tool für jeden Aufruf eines Werkzeugs, all für alle zusammen</translation>
    </message>
    <message>
        <source>which tasks are read: the number of a tab of the Data Manager, or filters as JSON; all tasks without</source>
        <translation>welche Aufgaben gelesen werden: die Nummer eines Reiters im Data Manager oder Filter als JSON; ohne Angabe alle</translation>
    </message>
    <message>
        <source>which traces come in, as MLflow filters them; all without</source>
        <translation>welche Traces hereinkommen, so wie MLflow sie filtert; ohne Angabe alle</translation>
    </message>
    <message>
        <source>who decided it, or when</source>
        <translation>wer darüber entschied, oder wann</translation>
    </message>
    <message>
        <source>who produced it</source>
        <translation>wer ihn erzeugt hat</translation>
    </message>
    <message>
        <source>who was given it</source>
        <translation>wem er zugeteilt wurde</translation>
    </message>
    <message>
        <source>why another shall judge it</source>
        <translation>warum jemand anderes urteilen soll</translation>
    </message>
    <message>
        <source>why it is reviewed</source>
        <translation>warum er geprüft wird</translation>
    </message>
    <message>
        <source>why, in a few words</source>
        <translation>warum, in wenigen Worten</translation>
    </message>
    <message>
        <source>workflow</source>
        <translation>Workflow</translation>
    </message>
    <message>
        <source>working on this machine</source>
        <translation>Arbeit auf diesem Rechner</translation>
    </message>
    <message>
        <source>works</source>
        <translation>geht</translation>
    </message>
    <message>
        <source>year-month-day</source>
        <translation>Jahr-Monat-Tag</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation>ja oder nein</translation>
    </message>
    <message>
        <source>yes to allow an unencrypted address on another machine; secrets and content can be read on the way</source>
        <translation>yes, um eine unverschlüsselte Adresse auf einem anderen Rechner zu erlauben; Geheimnisse und Inhalte können unterwegs gelesen werden</translation>
    </message>
    <message>
        <source>yes to allow an unencrypted connection to another machine (PostgreSQL); content can be read on the way</source>
        <translation>yes, um eine unverschlüsselte Verbindung zu einem anderen Rechner zu erlauben (PostgreSQL); Inhalte können unterwegs mitgelesen werden</translation>
    </message>
    <message>
        <source>yes to ask for the other observations of each trace too, which show what the agent did, at the price of one more call for each output</source>
        <translation>yes fragt auch nach den anderen Beobachtungen jeder Spur, die zeigen, was der Agent getan hat; das kostet je Ausgabe einen Aufruf mehr</translation>
    </message>
    <message>
        <source>yes to ask for the other runs of each trace too, which show what the agent did, at the price of one more call for each output</source>
        <translation>yes fragt auch nach den anderen Läufen jeder Spur, die zeigen, was der Agent getan hat; das kostet je Ausgabe einen Aufruf mehr</translation>
    </message>
    <message>
        <source>you approved</source>
        <translation>Sie haben freigegeben</translation>
    </message>
    <message>
        <source>you corrected</source>
        <translation>Sie haben korrigiert</translation>
    </message>
    <message>
        <source>you rejected</source>
        <translation>Sie haben abgelehnt</translation>
    </message>
    <message>
        <source>your word for it; items and labels are listed under it</source>
        <translation>Ihr Wort dafür; Einträge und Labels werden darunter aufgelistet</translation>
    </message>
    <message>
        <source>{column} holds the byte {byte}, which is not UTF-8</source>
        <translation>{column} enthält das Byte {byte}, was kein UTF-8 ist</translation>
    </message>
    <message>
        <source>{column} holds the character NUL, which cannot be kept</source>
        <translation>{column} enthält das Zeichen NUL, das nicht gespeichert werden kann</translation>
    </message>
    <message>
        <source>{count} checked out</source>
        <translation>{count} mitgenommen</translation>
    </message>
    <message>
        <source>{count} disputed</source>
        <translation>{count} strittig</translation>
    </message>
    <message>
        <source>{count} due within 4 hours</source>
        <translation>{count} in 4 Stunden fällig</translation>
    </message>
    <message>
        <source>{count} escalated</source>
        <translation>{count} weitergeleitet</translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation>{count} gescheitert</translation>
    </message>
    <message>
        <source>{count} ms</source>
        <translation>{count} ms</translation>
    </message>
    <message>
        <source>{count} open</source>
        <translation>{count} offen</translation>
    </message>
    <message>
        <source>{count} open: {risks}</source>
        <translation>{count} offen: {risks}</translation>
    </message>
    <message>
        <source>{count} past due</source>
        <translation>{count} zu spät</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} s</translation>
    </message>
    <message>
        <source>{count} selected</source>
        <translation>{count} ausgewählt</translation>
    </message>
    <message>
        <source>{count} tokens</source>
        <translation>{count} Token</translation>
    </message>
    <message>
        <source>{count}, the first since {when}</source>
        <translation>{count}, das erste seit {when}</translation>
    </message>
    <message>
        <source>{errors}
{where} was not put in force; the previous policy stays in force.</source>
        <translation>{errors}
{where} wurde nicht in Kraft gesetzt; die bisherige Richtlinie gilt weiter.</translation>
    </message>
    <message>
        <source>{fault} at character {place}</source>
        <translation>{fault} an Zeichen {place}</translation>
    </message>
    <message>
        <source>{fault} at the end; it may be cut off</source>
        <translation>{fault} am Ende; vielleicht ist der Text abgeschnitten</translation>
    </message>
    <message>
        <source>{field} has {length:,} characters; it may have {most}</source>
        <translation>{field} hat {length:,} Zeichen; erlaubt sind {most}</translation>
    </message>
    <message>
        <source>{field} holds a {kind} that cannot be written as JSON</source>
        <translation>{field} enthält {kind}, das sich nicht als JSON schreiben lässt</translation>
    </message>
    <message>
        <source>{field} is {kind}; it must be a number</source>
        <translation>{field} ist {kind}; es muss eine Zahl sein</translation>
    </message>
    <message>
        <source>{field} is {kind}; it must be a text</source>
        <translation>{field} ist {kind}; es muss ein Text sein</translation>
    </message>
    <message>
        <source>{field} is {seen}; it must be a length of time, zero or more</source>
        <translation>{field} ist {seen}; es muss eine Dauer von null oder mehr sein</translation>
    </message>
    <message>
        <source>{field} is {seen}; it must be a time such as 2026-11-24T09:30:00Z</source>
        <translation>{field} ist {seen}; es muss ein Zeitpunkt sein wie 2026-11-24T09:30:00Z</translation>
    </message>
    <message>
        <source>{field} must be JSON, and {reason}</source>
        <translation>{field} muss JSON sein, aber: {reason}</translation>
    </message>
    <message>
        <source>{folder} holds other files and no manifest of an earlier export, so nothing was written. Choose an empty folder or one that is not there yet.</source>
        <translation>{folder} enthält andere Dateien und kein Manifest eines früheren Exports, daher wurde nichts geschrieben. Wählen Sie einen leeren Ordner oder einen, den es noch nicht gibt.</translation>
    </message>
    <message>
        <source>{function} cannot be put under oversight: {reason}.</source>
        <translation>{function} kann nicht unter Aufsicht gestellt werden: {reason}.</translation>
    </message>
    <message>
        <source>{hours} h</source>
        <translation>{hours} h</translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{hours}h</source>
        <translation>{hours} h</translation>
    </message>
    <message>
        <source>{hours}h {minutes}m</source>
        <translation>{hours} h {minutes} min</translation>
    </message>
    <message>
        <source>{item} does not come from a LangGraph server, so that no agent can be answered. Send its label elsewhere.</source>
        <translation>{item} kommt nicht von einem LangGraph-Server, sodass keinem Agenten geantwortet werden kann. Senden Sie das Label anderswohin.</translation>
    </message>
    <message>
        <source>{item} is neither disputed nor escalated, so there is nothing to settle. Nothing was decided; open it to decide it.</source>
        <translation>{item} ist weder strittig noch weitergeleitet; es gibt nichts zu schlichten. Nichts wurde entschieden; öffnen Sie ihn, um zu entscheiden.</translation>
    </message>
    <message>
        <source>{item}, by {person}, {when}</source>
        <translation>{item}, von {person}, {when}</translation>
    </message>
    <message>
        <source>{key} has no “{typed}”. Did you mean {near}?</source>
        <translation>{key} kennt „{typed}“ nicht. Meinten Sie {near}?</translation>
    </message>
    <message>
        <source>{key} is a name and cannot be compared with “{typed}”.</source>
        <translation>{key} ist ein Name und lässt sich nicht mit „{typed}“ vergleichen.</translation>
    </message>
    <message>
        <source>{key} is one of {choices}, not “{typed}”.</source>
        <translation>{key} ist eines von {choices}, nicht „{typed}“.</translation>
    </message>
    <message>
        <source>{key} is the key of “{other}”.</source>
        <translation>{key} ist die Taste für „{other}“.</translation>
    </message>
    <message>
        <source>{key} wants a name, me or nobody, not “{typed}”.</source>
        <translation>{key} braucht einen Namen, me oder nobody, nicht „{typed}“.</translation>
    </message>
    <message>
        <source>{key} wants a name, me, nobody or a time such as &lt;7d, not “{typed}”.</source>
        <translation>{key} braucht einen Namen, me, nobody oder eine Zeit wie &lt;7d, nicht „{typed}“.</translation>
    </message>
    <message>
        <source>{key} wants a number such as &lt;0.7, not “{typed}”.</source>
        <translation>{key} braucht eine Zahl wie &lt;0.7, nicht „{typed}“.</translation>
    </message>
    <message>
        <source>{key} wants a time such as late, today, &lt;4h or 2026-11-20, not “{typed}”.</source>
        <translation>{key} braucht eine Zeit wie late, today, &lt;4h oder 2026-11-20, nicht „{typed}“.</translation>
    </message>
    <message>
        <source>{key} wants a time such as today, &lt;7d or 2026-11-20, not “{typed}”.</source>
        <translation>{key} braucht eine Zeit wie today, &lt;7d oder 2026-11-20, nicht „{typed}“.</translation>
    </message>
    <message>
        <source>{key} wants a value right after the colon: {example}</source>
        <translation>{key} braucht einen Wert gleich nach dem Doppelpunkt: {example}</translation>
    </message>
    <message>
        <source>{kind} {id}, journal entry {n} of {device}: {reason}</source>
        <translation>{kind} {id}, Journaleintrag {n} von {device}: {reason}</translation>
    </message>
    <message>
        <source>{kind} {id}: no journal entry chains it</source>
        <translation>{kind} {id}: kein Journaleintrag verkettet es</translation>
    </message>
    <message>
        <source>{kind}: a row of this table cannot be read</source>
        <translation>{kind}: eine Zeile dieser Tabelle ist nicht lesbar</translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation>{low} bis {high}</translation>
    </message>
    <message>
        <source>{machine}, {when}</source>
        <translation>{machine}, {when}</translation>
    </message>
    <message>
        <source>{machine}, {when}, {count} not sent</source>
        <translation>{machine}, {when}, {count} nicht gesendet</translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{minutes} min ahead of the hub&apos;s</source>
        <translation>geht {minutes} min vor, gegen die des Hubs</translation>
    </message>
    <message>
        <source>{minutes} min behind the hub&apos;s</source>
        <translation>geht {minutes} min nach, gegen die des Hubs</translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation>{minutes} min {seconds} s</translation>
    </message>
    <message>
        <source>{minutes}m</source>
        <translation>{minutes} min</translation>
    </message>
    <message>
        <source>{names} is missing</source>
        <translation>{names} fehlt</translation>
    </message>
    <message>
        <source>{name} (away)</source>
        <translation>{name} (abwesend)</translation>
    </message>
    <message>
        <source>{name} (you)</source>
        <translation>{name} (Sie)</translation>
    </message>
    <message>
        <source>{name} answered</source>
        <translation>{name} antwortete</translation>
    </message>
    <message>
        <source>{name} could not be written: {reason}. Choose another place.</source>
        <translation>{name} konnte nicht geschrieben werden: {reason}. Wählen Sie einen anderen Ort.</translation>
    </message>
    <message>
        <source>{name} goes on.</source>
        <translation>{name} wird fortgesetzt.</translation>
    </message>
    <message>
        <source>{name} is out at once; what is theirs goes back to the pools.</source>
        <translation>{name} ist sofort draußen; die Einträge gehen in die Pools zurück.</translation>
    </message>
    <message numerus="yes">
        <source>{name} is out. %Ln item(s) went back to the pools.</source>
        <translation>
            <numerusform>{name} ist draußen. %Ln Eintrag ging in die Pools zurück.</numerusform>
            <numerusform>{name} ist draußen. %Ln Einträge gingen in die Pools zurück.</numerusform>
        </translation>
    </message>
    <message>
        <source>{name} is paused; its labels wait.</source>
        <translation>{name} ist angehalten; die Labels warten.</translation>
    </message>
    <message>
        <source>{name} is wrong ({reason})</source>
        <translation>{name} ist falsch ({reason})</translation>
    </message>
    <message>
        <source>{name} is {role} in {pools} now.</source>
        <translation>{name} ist jetzt {role} in {pools}.</translation>
    </message>
    <message>
        <source>{name} joins with this text, once, until {until}. Send it on a way that only they read.</source>
        <translation>Mit diesem Text tritt {name} bei, einmal, bis {until}. Senden Sie ihn auf einem Weg, den sonst niemand liest.</translation>
    </message>
    <message>
        <source>{name} was not saved: {why}</source>
        <translation>{name} wurde nicht gespeichert: {why}</translation>
    </message>
    <message>
        <source>{name} was removed. What came in from it stays.</source>
        <translation>{name} wurde entfernt. Was von dort hereinkam, bleibt.</translation>
    </message>
    <message>
        <source>{name}, as a table</source>
        <translation>{name}, als Tabelle</translation>
    </message>
    <message>
        <source>{name}, as a thread</source>
        <translation>{name}, als Gesprächsverlauf</translation>
    </message>
    <message>
        <source>{name}, as code</source>
        <translation>{name}, als Code</translation>
    </message>
    <message>
        <source>{name}, as steps</source>
        <translation>{name}, als Schritte</translation>
    </message>
    <message>
        <source>{name}, not opened</source>
        <translation>{name}, nicht geöffnet</translation>
    </message>
    <message>
        <source>{n} of {total}</source>
        <translation>{n} von {total}</translation>
    </message>
    <message>
        <source>{option} is not known here</source>
        <translation>{option} ist hier nicht bekannt</translation>
    </message>
    <message>
        <source>{pace} / h</source>
        <translation>{pace} / h</translation>
    </message>
    <message>
        <source>{path} could not be written: {why}. What was there before is unchanged. Choose another place, or make room, and export again.</source>
        <translation>{path} konnte nicht geschrieben werden: {why}. Was vorher dort war, ist unverändert. Wählen Sie einen anderen Ort oder schaffen Sie Platz, und exportieren Sie erneut.</translation>
    </message>
    <message>
        <source>{path} is not a Reviewer database ({why}). It was left untouched. Use another --home, or restore a backup with `reviewer-app restore FILE`.</source>
        <translation>{path} ist keine Datenbank von Reviewer ({why}). Sie blieb unberührt. Verwenden Sie ein anderes --home, oder stellen Sie mit `reviewer-app restore DATEI` eine Sicherung wieder her.</translation>
    </message>
    <message>
        <source>{path} is not there, so nothing was restored.</source>
        <translation>{path} ist nicht da; es wurde nichts wiederhergestellt.</translation>
    </message>
    <message>
        <source>{path} is there already. Nothing was written; name another file.</source>
        <translation>{path} gibt es schon. Es wurde nichts geschrieben; nennen Sie eine andere Datei.</translation>
    </message>
    <message>
        <source>{path} is {value}, which no record can hold</source>
        <translation>{path} ist {value}, was kein Datensatz enthalten kann</translation>
    </message>
    <message>
        <source>{path} was made by a newer version of Reviewer (its tables are at {revision}). It was left untouched. Install the newer version to open it.</source>
        <translation>{path} stammt von einer neueren Version von Reviewer (Tabellenstand {revision}). Die Datei blieb unberührt. Installieren Sie die neuere Version, um sie zu öffnen.</translation>
    </message>
    <message>
        <source>{path} {reason}</source>
        <translation>{path} {reason}</translation>
    </message>
    <message>
        <source>{path} {reason}, so nothing was read from it. {advice}</source>
        <translation>{path} {reason}; es wurde nichts daraus gelesen. {advice}</translation>
    </message>
    <message>
        <source>{person} approved it after you decided otherwise</source>
        <translation>{person} hat es entgegen Ihrer Entscheidung freigegeben</translation>
    </message>
    <message>
        <source>{person} approved what you escalated</source>
        <translation>{person} hat Weitergeleitetes freigegeben</translation>
    </message>
    <message>
        <source>{person} can be given items again</source>
        <translation>{person} kann wieder Einträge bekommen</translation>
    </message>
    <message>
        <source>{person} cannot decide as {role}, so nothing was handed over. Choose a reviewer or a lead.</source>
        <translation>{person} kann als {role} nicht entscheiden; es wurde nichts übergeben. Wählen Sie jemanden, der prüft oder leitet.</translation>
    </message>
    <message>
        <source>{person} corrected it after you decided otherwise</source>
        <translation>{person} hat es entgegen Ihrer Entscheidung korrigiert</translation>
    </message>
    <message>
        <source>{person} corrected what you escalated</source>
        <translation>{person} hat Weitergeleitetes korrigiert</translation>
    </message>
    <message>
        <source>{person} decided otherwise after you settled it; your word holds</source>
        <translation>{person} hat nach Ihrer Schlichtung anders entschieden; Ihr Wort gilt</translation>
    </message>
    <message>
        <source>{person} decided otherwise than you; a lead settles it</source>
        <translation>{person} hat anders entschieden als Sie; eine Leitung schlichtet</translation>
    </message>
    <message>
        <source>{person} decided the same as you</source>
        <translation>{person} hat ebenso entschieden wie Sie</translation>
    </message>
    <message>
        <source>{person} decided {item} meanwhile.</source>
        <translation>{person} hat inzwischen über {item} entschieden.</translation>
    </message>
    <message>
        <source>{person} has all of these already.</source>
        <translation>{person} hat alle schon.</translation>
    </message>
    <message>
        <source>{person} has it open.</source>
        <translation>{person} hat ihn geöffnet.</translation>
    </message>
    <message>
        <source>{person} has this open until {until}. It comes free then, or take another.</source>
        <translation>{person} hat dies bis {until} geöffnet. Dann wird es frei; oder nehmen Sie einen anderen Eintrag.</translation>
    </message>
    <message>
        <source>{person} has {item} open until {until}. Your decision was not recorded; take another item, or come back then.</source>
        <translation>{person} hat {item} bis {until} geöffnet. Ihre Entscheidung wurde nicht aufgezeichnet; nehmen Sie einen anderen Eintrag, oder kommen Sie dann wieder.</translation>
    </message>
    <message>
        <source>{person} is away until</source>
        <translation>{person} ist abwesend bis</translation>
    </message>
    <message>
        <source>{person} is away until {until}, so nothing was handed over. Choose somebody else, or say that it may wait.</source>
        <translation>{person} ist bis {until} abwesend; es wurde nichts übergeben. Wählen Sie jemand anderen, oder sagen Sie, dass es warten kann.</translation>
    </message>
    <message>
        <source>{person} is not in the team, so nothing was handed over.</source>
        <translation>{person} gehört nicht zum Team; es wurde nichts übergeben.</translation>
    </message>
    <message>
        <source>{person} rejected it after you decided otherwise</source>
        <translation>{person} hat es entgegen Ihrer Entscheidung abgelehnt</translation>
    </message>
    <message>
        <source>{person} rejected what you escalated</source>
        <translation>{person} hat Weitergeleitetes abgelehnt</translation>
    </message>
    <message>
        <source>{person} settled it as you decided</source>
        <translation>{person} hat so geschlichtet, wie Sie entschieden haben</translation>
    </message>
    <message>
        <source>{person} took their decision back after you settled it</source>
        <translation>{person} hat die Entscheidung nach Ihrer Schlichtung zurückgenommen</translation>
    </message>
    <message>
        <source>{person} would have {count}, now {before}.</source>
        <translation>{person} hätte {count}, jetzt {before}.</translation>
    </message>
    <message>
        <source>{person} would have {count}, now {before}; next due {when}.</source>
        <translation>{person} hätte {count}, jetzt {before}; nächste Frist {when}.</translation>
    </message>
    <message>
        <source>{place} answered with a list that has no end, or with something behind it that is no JSON. What could be read was taken in; the rest is asked for again.</source>
        <translation>{place} hat mit einer Liste geantwortet, die kein Ende hat, oder mit etwas dahinter, das kein JSON ist. Was lesbar war, wurde aufgenommen; der Rest wird noch einmal erfragt.</translation>
    </message>
    <message>
        <source>{place} answered with more than {size} MiB at once. Ask it for fewer records at a time.</source>
        <translation>{place} hat mit mehr als {size} MiB auf einmal geantwortet. Fragen Sie nach weniger Datensätzen auf einmal.</translation>
    </message>
    <message>
        <source>{place} answered with something else than expected.</source>
        <translation>{place} hat etwas anderes geantwortet als erwartet.</translation>
    </message>
    <message>
        <source>{place} answered with something that is not JSON. Check that the address is that of the platform itself, not of a page in front of it.</source>
        <translation>{place} hat etwas geantwortet, das kein JSON ist. Prüfen Sie, ob die Adresse die der Plattform selbst ist und nicht die einer Seite davor.</translation>
    </message>
    <message>
        <source>{place} answered without a list at “{wanted}”, so no records were found. Check the option “records”, and what the address answers.</source>
        <translation>{place} hat ohne eine Liste bei „{wanted}“ geantwortet, daher wurden keine Datensätze gefunden. Prüfen Sie die Option „records“ und was die Adresse antwortet.</translation>
    </message>
    <message>
        <source>{place} cannot answer now ({status}: {told}). It is asked again later.</source>
        <translation>{place} kann jetzt nicht antworten ({status}: {told}). Es wird später noch einmal gefragt.</translation>
    </message>
    <message>
        <source>{place} cannot be called through the proxy that this machine&apos;s environment names: its address is none, or of a kind that is not known. Correct HTTPS_PROXY, HTTP_PROXY or ALL_PROXY, or name the address in NO_PROXY, and start again.</source>
        <translation>{place} kann nicht über den Proxy erreicht werden, den die Umgebung dieses Rechners nennt: seine Adresse ist keine oder von unbekannter Art. Berichtigen Sie HTTPS_PROXY, HTTP_PROXY oder ALL_PROXY, oder nennen Sie die Adresse in NO_PROXY, und starten Sie neu.</translation>
    </message>
    <message>
        <source>{place} cannot be reached ({why}). What waits for it waits on; check the address and the network.</source>
        <translation>{place} ist nicht erreichbar ({why}). Was darauf wartet, wartet weiter; prüfen Sie die Adresse und das Netz.</translation>
    </message>
    <message>
        <source>{place} cannot be read: this source brings no files along</source>
        <translation>{place} kann nicht gelesen werden: Diese Quelle bringt keine Dateien mit</translation>
    </message>
    <message>
        <source>{place} cannot search with this filter ({told}). Correct the connection&apos;s filter; conditions are joined by AND alone.</source>
        <translation>{place} kann mit diesem Filter nicht suchen ({told}). Berichtigen Sie den Filter der Verbindung; Bedingungen werden allein mit AND verbunden.</translation>
    </message>
    <message>
        <source>{place} did not answer in time. It is asked again later.</source>
        <translation>{place} hat nicht rechtzeitig geantwortet. Es wird später noch einmal gefragt.</translation>
    </message>
    <message>
        <source>{place} does not answer like an MLflow server of version 3 ({status}). Check the address, with the path that the server is under.</source>
        <translation>{place} antwortet nicht wie ein MLflow-Server der Version 3 ({status}). Prüfen Sie die Adresse samt dem Pfad, unter dem der Server liegt.</translation>
    </message>
    <message>
        <source>{place} does not answer like {platform}, so nothing is known to be gone there and nothing was given up. Check the address, with the path that {platform} is under.</source>
        <translation>{place} antwortet nicht wie {platform}, also gilt dort nichts als verschwunden, und nichts wurde aufgegeben. Prüfen Sie die Adresse mit dem Pfad, unter dem {platform} liegt.</translation>
    </message>
    <message>
        <source>{place} does not let this connection in ({status}: {told}). Check its secret and what it may do there.</source>
        <translation>{place} lässt diese Verbindung nicht zu ({status}: {told}). Prüfen Sie ihr Geheimnis und was sie dort darf.</translation>
    </message>
    <message>
        <source>{place} gives no access for the personal access token: it was revoked, has run out, or is of another server. Make a new one there (Account &amp; Settings) and type it again on the Connections page.</source>
        <translation>{place} gewährt für das persönliche Zugriffstoken keinen Zugang: Es wurde widerrufen, ist abgelaufen oder gehört zu einem anderen Server. Erzeugen Sie dort ein neues (Account &amp; Settings) und geben Sie es auf der Seite „Verbindungen“ erneut ein.</translation>
    </message>
    <message>
        <source>{place} has no experiment “{experiment}”. Check its name, and whether this connection may see it.</source>
        <translation>{place} hat kein Experiment „{experiment}“. Prüfen Sie den Namen und ob diese Verbindung es sehen darf.</translation>
    </message>
    <message>
        <source>{place} has no trace {trace}: it was deleted there, or came from another server. Its label stays here.</source>
        <translation>{place} hat keinen Trace {trace}: Er wurde dort gelöscht oder kam von einem anderen Server. Sein Label bleibt hier.</translation>
    </message>
    <message>
        <source>{place} has something at “{wanted}” that is neither an address nor a token, so the pages after it were not read. Check the options “next” and “next_param”.</source>
        <translation>{place} hat bei „{wanted}“ etwas, das weder Adresse noch Token ist, daher wurden die Seiten danach nicht gelesen. Prüfen Sie die Optionen „next“ und „next_param“.</translation>
    </message>
    <message>
        <source>{place} is {kind}; it must be a text</source>
        <translation>{place} ist {kind}; es muss ein Text sein</translation>
    </message>
    <message>
        <source>{place} is {kind}; it must be an object</source>
        <translation>{place} ist {kind}; es muss ein Objekt sein</translation>
    </message>
    <message>
        <source>{place} is {seen}; it must be one of {known}</source>
        <translation>{place} ist {seen}; es muss eines von {known} sein</translation>
    </message>
    <message>
        <source>{place} leads from page to page without an end: the same one came again. What was read was taken in. Check the options of its pages.</source>
        <translation>{place} führt ohne Ende von Seite zu Seite: Dieselbe kam noch einmal. Was gelesen wurde, wurde aufgenommen. Prüfen Sie die Optionen für die Seiten.</translation>
    </message>
    <message>
        <source>{place} lists the same page again and again, so that a reading would have no end. What was read was taken in; see whether something in front of the platform drops the parameters of addresses.</source>
        <translation>{place} listet immer wieder dieselbe Seite, sodass das Lesen kein Ende hätte. Was gelesen war, wurde übernommen; sehen Sie nach, ob etwas vor der Plattform die Parameter von Adressen verwirft.</translation>
    </message>
    <message>
        <source>{place} names no file</source>
        <translation>{place} nennt keine Datei</translation>
    </message>
    <message>
        <source>{place} of {total}</source>
        <translation>{place} von {total}</translation>
    </message>
    <message>
        <source>{place} points to another address ({told}), which is not followed. Use that address itself, if it is the platform&apos;s.</source>
        <translation>{place} verweist auf eine andere Adresse ({told}), der nicht gefolgt wird. Verwenden Sie diese Adresse selbst, wenn sie die der Plattform ist.</translation>
    </message>
    <message>
        <source>{place} refused it ({status}: {told}).</source>
        <translation>{place} hat es abgelehnt ({status}: {told}).</translation>
    </message>
    <message>
        <source>{place} says that its next page is at {other}, which is not called: another place must not get this connection&apos;s secret. What came before was taken in.</source>
        <translation>{place} sagt, die nächste Seite sei bei {other}; dort wird nicht angefragt, denn ein anderer Ort darf das Geheimnis dieser Verbindung nicht bekommen. Was davor kam, wurde aufgenommen.</translation>
    </message>
    <message>
        <source>{place} taken out:</source>
        <translation>{place} herausgenommen:</translation>
    </message>
    <message>
        <source>{place} took a signed test call ({status}).</source>
        <translation>{place} hat einen signierten Testaufruf angenommen ({status}).</translation>
    </message>
    <message>
        <source>{place} took the label of trace {trace}, but shows something else there. It is sent again later; look at the trace if this comes back.</source>
        <translation>{place} hat das Label des Trace {trace} angenommen, zeigt dort aber etwas anderes. Es wird später noch einmal gesendet; sehen Sie sich den Trace an, wenn das wiederkommt.</translation>
    </message>
    <message>
        <source>{place} was</source>
        <translation>{place} war</translation>
    </message>
    <message>
        <source>{place} was not there</source>
        <translation>{place} war nicht da</translation>
    </message>
    <message>
        <source>{place} {reason}</source>
        <translation>{place} {reason}</translation>
    </message>
    <message>
        <source>{place}.annotator is missing: who judged?</source>
        <translation>{place}.annotator fehlt: Wer hat geurteilt?</translation>
    </message>
    <message>
        <source>{place}: {what}</source>
        <translation>{place}: {what}</translation>
    </message>
    <message>
        <source>{reason} (the file ends within this line; it is read again when it grows)</source>
        <translation>{reason} (die Datei endet in dieser Zeile; sie wird wieder gelesen, wenn sie wächst)</translation>
    </message>
    <message>
        <source>{risk} risk, {confidence}</source>
        <translation>Risiko {risk}, {confidence}</translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation>{seconds} s</translation>
    </message>
    <message>
        <source>{sentence} · saved</source>
        <translation>{sentence} · gespeichert</translation>
    </message>
    <message>
        <source>{share} %</source>
        <translation>{share} %</translation>
    </message>
    <message>
        <source>{similar}, {wrong}: too few for a rate.</source>
        <translation>{similar}, {wrong}: zu wenige für eine Quote.</translation>
    </message>
    <message>
        <source>{sink} did not take the label</source>
        <translation>{sink} hat das Label nicht genommen</translation>
    </message>
    <message>
        <source>{sink} has the label ({when})</source>
        <translation>{sink} hat das Label ({when})</translation>
    </message>
    <message>
        <source>{sink}: the agent did not take the answer</source>
        <translation>{sink}: der Agent hat die Antwort nicht genommen</translation>
    </message>
    <message>
        <source>{sink}: the agent was answered ({when})</source>
        <translation>{sink}: der Agent hat die Antwort bekommen ({when})</translation>
    </message>
    <message>
        <source>{sink}: the label is on its way</source>
        <translation>{sink}: das Label ist unterwegs</translation>
    </message>
    <message>
        <source>{size:,} bytes</source>
        <translation>{size:,} Byte</translation>
    </message>
    <message>
        <source>{size} B</source>
        <translation>{size} B</translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation>{size} MB</translation>
    </message>
    <message>
        <source>{size} kB</source>
        <translation>{size} kB</translation>
    </message>
    <message>
        <source>{span} ago</source>
        <translation>vor {span}</translation>
    </message>
    <message>
        <source>{span} late</source>
        <translation>{span} überfällig</translation>
    </message>
    <message>
        <source>{undone}. It was settled, and stays so; the lead is told</source>
        <translation>{undone}. Er war geschlichtet und bleibt es; die Leitung erfährt davon</translation>
    </message>
    <message>
        <source>{undone}. Its label at {sink} follows</source>
        <translation>{undone}. Das Label bei {sink} folgt nach</translation>
    </message>
    <message>
        <source>{undone}. The agent was answered before, and that answer stands</source>
        <translation>{undone}. Der Agent hatte schon eine Antwort, und die bleibt stehen</translation>
    </message>
    <message>
        <source>{user} may not make roles on this server, which a hub needs for its members&apos; logins. Grant CREATEROLE to {user}, or use another administrator. Nothing was changed.</source>
        <translation>{user} darf auf diesem Server keine Rollen anlegen; ein Hub braucht sie für die Zugänge der Mitglieder. Geben Sie {user} CREATEROLE, oder nehmen Sie eine andere Verwaltung. Nichts wurde geändert.</translation>
    </message>
    <message>
        <source>{verdicts}; the last {shown} shown</source>
        <translation>{verdicts}; die letzten {shown} gezeigt</translation>
    </message>
    <message>
        <source>{view} is empty</source>
        <translation>„{view}“ ist leer</translation>
    </message>
    <message>
        <source>{what} Your decision was not recorded; look at the item again.</source>
        <translation>{what} Ihre Entscheidung wurde nicht aufgezeichnet; sehen Sie sich den Eintrag noch einmal an.</translation>
    </message>
    <message>
        <source>{why} Nothing was decided.</source>
        <translation>{why} Nichts wurde entschieden.</translation>
    </message>
    <message>
        <source>{why} Nothing was decided; open it while the hub can be reached.</source>
        <translation>{why} Nichts wurde entschieden; öffnen Sie ihn, solange der Hub erreichbar ist.</translation>
    </message>
    <message>
        <source>{why}; the last that was is kept</source>
        <translation>{why}; die letzte gültige Angabe bleibt</translation>
    </message>
    <message>
        <source>{words}, or more</source>
        <translation>{words} oder mehr</translation>
    </message>
    <message>
        <source>{work} · stopping after what is under way</source>
        <translation>{work} · hält nach dem laufenden Schritt an</translation>
    </message>
    <message>
        <source>“{item}” did not come from MLflow, so there is no trace to put its label to. Label outputs of this connection alone, or choose another place for the rest.</source>
        <translation>„{item}“ kam nicht aus MLflow, daher gibt es keinen Trace für sein Label. Senden Sie hierhin nur Labels dieser Verbindung oder wählen Sie für die übrigen ein anderes Ziel.</translation>
    </message>
    <message>
        <source>“{item}” exists in several sources ({sources}). Use the item&apos;s own id.</source>
        <translation>„{item}“ gibt es in mehreren Quellen ({sources}). Verwenden Sie die eigene ID des Eintrags.</translation>
    </message>
    <message>
        <source>“{name}” ({person})</source>
        <translation>„{name}“ ({person})</translation>
    </message>
    <message>
        <source>“{name}” cannot be answered in words</source>
        <translation>„{name}“ lässt sich nicht in Worten beantworten</translation>
    </message>
    <message>
        <source>“{name}” cannot be changed</source>
        <translation>„{name}“ lässt sich nicht ändern</translation>
    </message>
    <message>
        <source>“{name}” cannot be let through as it is</source>
        <translation>„{name}“ lässt sich nicht unverändert durchlassen</translation>
    </message>
    <message>
        <source>“{name}” cannot be the name of a connection: it needs 1 to 80 characters on one line, without “/”.</source>
        <translation>„{name}“ kann nicht der Name einer Verbindung sein: er braucht 1 bis 80 Zeichen auf einer Zeile, ohne „/“.</translation>
    </message>
    <message>
        <source>“{name}” could not be read; the log says where it broke.</source>
        <translation>„{name}“ konnte nicht gelesen werden; das Protokoll sagt, wo es abbrach.</translation>
    </message>
    <message>
        <source>“{name}” is in the team already</source>
        <translation>„{name}“ ist schon im Team</translation>
    </message>
    <message>
        <source>“{name}” is on the network, and the program was started with --offline. Nothing was asked and nothing sent; what waits, waits on.</source>
        <translation>„{name}“ liegt im Netz, und das Programm wurde mit --offline gestartet. Nichts wurde gefragt oder gesendet; was wartet, wartet weiter.</translation>
    </message>
    <message>
        <source>“{name}” needs a secret that is not in this machine&apos;s keyring: {about} ({option}). Type it again on the Connections page, or remove the connection and add it anew.</source>
        <translation>„{name}“ braucht ein Geheimnis, das nicht im Schlüsselbund dieses Rechners ist: {about} ({option}). Geben Sie es auf der Seite Verbindungen neu ein, oder entfernen Sie die Verbindung und legen Sie sie neu an.</translation>
    </message>
    <message>
        <source>“{name}” was removed.</source>
        <translation>„{name}“ wurde entfernt.</translation>
    </message>
    <message>
        <source>“{rule}” demands a person: open it to approve it.</source>
        <translation>„{rule}“ verlangt einen Menschen: Öffnen Sie ihn, um freizugeben.</translation>
    </message>
    <message>
        <source>“{source}” is being pulled by {person} now; it is left to them. If that machine stops, this one takes over within two minutes.</source>
        <translation>„{source}“ wird gerade von {person} geholt und bleibt dort. Wenn jener Rechner ausfällt, übernimmt dieser innerhalb von zwei Minuten.</translation>
    </message>
    <message>
        <source>“{text}” does not say how many records to ask for. Write PARAMETER=NUMBER, such as limit=100.</source>
        <translation>„{text}“ sagt nicht, wie viele Datensätze zu erfragen sind. Schreiben Sie PARAMETER=ZAHL, etwa limit=100.</translation>
    </message>
    <message>
        <source>“{text}” is no date. Write it like 2026-01-31.</source>
        <translation>„{text}“ ist kein Datum. Schreiben Sie es wie 2026-01-31.</translation>
    </message>
    <message>
        <source>“{text}” is no number of records to ask for at a time. Use 1 to {most}.</source>
        <translation>„{text}“ ist keine Anzahl von Datensätzen, die auf einmal angefordert werden kann. Möglich ist 1 bis {most}.</translation>
    </message>
    <message>
        <source>“{text}” is no number of threads; it must be from 1 to {most}.</source>
        <translation>„{text}“ ist keine Anzahl von Threads; sie muss von 1 bis {most} gehen.</translation>
    </message>
    <message>
        <source>“{text}” is not FIELD=EXPRESSION. Write it like output=answer.text, one field a line.</source>
        <translation>„{text}“ ist nicht FELD=AUSDRUCK. Schreiben Sie es wie output=answer.text, ein Feld je Zeile.</translation>
    </message>
    <message>
        <source>“{text}” is not a number of rows. Give one from 1 to {most}.</source>
        <translation>„{text}“ ist keine Anzahl von Zeilen. Geben Sie eine von 1 bis {most} an.</translation>
    </message>
    <message>
        <source>“{text}” is not the number of a Label Studio project. It is the number behind /projects/ in the project&apos;s address.</source>
        <translation>„{text}“ ist keine Nummer eines Projekts in Label Studio. Sie steht in der Adresse des Projekts hinter /projects/.</translation>
    </message>
    <message>
        <source>“{text}” names no spans. Write one of {known}.</source>
        <translation>„{text}“ benennt keine Spans. Schreiben Sie eines von {known}.</translation>
    </message>
    <message>
        <source>“{type}” stays while a span is marked with it.</source>
        <translation>„{type}“ bleibt, solange eine Stelle damit markiert ist.</translation>
    </message>
    <message>
        <source>“{value}” cannot be used for “{option}”: it must be {wanted}.</source>
        <translation>„{value}“ kann für „{option}“ nicht verwendet werden: Es muss {wanted} sein.</translation>
    </message>
    <message>
        <source>“{words}”</source>
        <translation>„{words}“</translation>
    </message>
    <message numerus="yes">
        <source>… %Ln character(s) that did not change …</source>
        <translation>
            <numerusform>… %Ln unverändertes Zeichen …</numerusform>
            <numerusform>… %Ln unveränderte Zeichen …</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>… %Ln more character(s)</source>
        <translation>
            <numerusform>… %Ln weiteres Zeichen</numerusform>
            <numerusform>… %Ln weitere Zeichen</numerusform>
        </translation>
    </message>
</context>
</TS>
