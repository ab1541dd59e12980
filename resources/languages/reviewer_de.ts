<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name></name>
    <message>
        <source>&quot;{text}&quot; is longer than ten years. Give a shorter duration.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;{text}&quot; is not a duration. Write it as in &quot;30s&quot;, &quot;20m&quot;, &quot;4h&quot;, &quot;1h30m&quot;, &quot;2d&quot; or &quot;1w&quot;.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln already known</source>
        <comment>outputs</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln change(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s) that cannot be seen</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s) to change the reading direction</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln character(s) without an agreed meaning</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln control character(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln d</source>
        <comment>days</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln decline(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln dispute(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln judgement(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln label(s) from them</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more</source>
        <comment>reasons</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new item(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new output(s) from {name}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln records were not taken in. {where}. `reviewer-app pull --refused` lists them all.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln released</source>
        <comment>outputs</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln revised</source>
        <comment>outputs</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln to review</source>
        <comment>outputs</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were wrong</source>
        <comment>of the similar outputs</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln word(s) with look-alike letters ({words})</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>(“{name}”) {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 in {odds}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 record was not taken in. {where}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 was wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A correction needs the corrected output. Give it with --output-file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A field is not as the step wants it. Save again to keep it so.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A screen back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A screen further</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small business with four workflows, a few hundred agent outputs and known mistakes. Two minutes by keyboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A {kind} source has no option “{option}”. Its options are {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A {kind} source needs the option “{option}”: {about}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AUDIT SAMPLE</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Reviewer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Add a single file as a file source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Agent outputs ({endings});;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All decisions saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Alt with a letter opens a menu; hold Ctrl or Shift too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Approved {item}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask its owner for permission to read it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attachment {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bringing in and taking out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CRITICAL RISK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Came with a judgement that was made elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Changes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the path and pull again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the path and the disk it is on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Check the path and your permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose an item from the queue.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the search and the filters to see the rest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Comment for the label, optional</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy its content into a file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Correct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corrected {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Corrected {item}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Covered until you decide: this step is judged blind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ctrl C, X and V copy, cut and paste text; they cannot be given to an action.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DECIDED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>DISPUTED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decide again: what you decide now is added to what was decided before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decides nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Deciding</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declined {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Declined {item}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Del</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn at random, {odds}, to measure what the rules miss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ESCALATED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter presses the control that has the keyboard; hold Ctrl or Alt with it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Esc leaves the field, then the mode; it cannot be given to anything else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escalate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escalated {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Escalated {item}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every action, view and workflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every key, to be searched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every output of this step is decided by a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything decided is already saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything stays on this machine until you connect it to something.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export labels…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch it again from where it came from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fetch it again from where it came from; a Parquet file is not gzipped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find an action</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find an action, a view, a workflow …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find an action…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finding your way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Focus mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Form</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Four workflows of a small business</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From the first file to the first label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Getting started</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a file in it, or add the folder as a folder source.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give every column a name of its own.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes out unless you stop it by {time}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes round at the end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Goes round too</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guidelines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Guidelines of this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HH:mm</source>
        <comment>Qt pattern of a date</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>HIGH RISK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden in this text: {parts}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How bad the error is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How this step is to be judged</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import judgements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import judgements…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Importing {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install it with: pip install &apos;reviewer-app[parquet]&apos;</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>JSON Lines, JSON or CSV, one output a record. You can also drop the file on this window.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Judgements made elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key of {action}: {key}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Key {keys}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>LOW RISK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Labels for evaluation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leaves the field, then the mode</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Look again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MEDIUM RISK</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make the first row name the columns.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Makes it again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark error type 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark error type 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark error type 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark error type 4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark error type 5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark error type 6</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark error type 7</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark error type 8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark error type 9</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More lines follow: the source has all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>More room for the item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to where it begins, then {key} or ⏎; Shift selects too.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New items will wait behind a badge above the list.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Next item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No action has these words.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No similar output was reviewed before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody here is called “{name}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None is configured.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing is changed. Esc, then {key} approves it as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing matches</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Now move to the end of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln similar output(s) reviewed before</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Open a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Original</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page the output down</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Page the output up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parquet files need one more library, so nothing was written. Install it with `pip install &apos;reviewer-app[parquet]&apos;`, or export as jsonl or csv.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Policies in two minutes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press a key below to change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press a key together with it: Ctrl, Shift or Alt alone are no key.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Press, then press the new key. Backspace takes the key away.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Previous item</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pull from a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pull from a file…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pulling {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put back this change</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Put the output right in place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Puts it behind, for you alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>RELEASED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records come as JSON Lines (.jsonl), JSON (.json), CSV (.csv) or Parquet (.parquet).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records have no field “{name}”, so nothing can be mapped to it. Use one of {known}, or metadata.NAME for a value of the metadata.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rejected {item}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Released already: your verdict measures, and stops nothing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Released without review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Removes this mark; the output stays as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset all keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset the key of {action}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reviewer {version}. Profile in {folder}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>SUPERSEDED</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save correction</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save it as UTF-8 and pull it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the attachment</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved {name}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saves what is on the screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Saving %Ln</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Say which column holds the output: --map output=COLUMN.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Say which column holds the output: --map output={named}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search: approve, undo, Ctrl K …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity: critical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity: major</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Severity: minor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortened here: the source has all of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show new items</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show or hide the queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what the agent did</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what was decided</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped {id}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Skipped {item}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody decided on this item while you had it open.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else must decide</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Something went wrong in Reviewer. What you decided is safe; the log has the details.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space presses the control that has the keyboard; only paging can share it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Span “{words}”: {type}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopped by you; what was read is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Swap the two</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tab goes from one control to the next; it cannot be given to an action.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take it from there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes back your last decision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes in agents&apos; outputs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>That is no key that this program knows.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The agent has produced a new version of {item}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The changes so far</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The configured ones are {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The connector “{kind}” ({entry}) cannot be loaded: {cause}. Its sources are not read. Install its package again, or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The corrected output</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The cursor stands on no change. F8 goes to the next one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The database {path} cannot be used: {why}. Nothing was changed. Check the folder&apos;s rights and free space, or use another --home.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first {shown} of {total} characters.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The item alone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The item is being opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The key of “{action}” cannot be changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The last decision was not saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The mapping “{text}” {wrong}. Write it like output=answer.text.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The one under the cursor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The output after</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The output before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The output is right as it is</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The path {path} is not UTF-8 text. Rename it, and read it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The pattern “{pattern}” cannot be used: it must name files below the folder, such as *.jsonl or **/*.csv.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy gives no guidelines for this step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The policy {path} cannot be read: {why}. Nothing was changed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample cannot have {items} items. Ask for 0 or more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sample does not know the place “{cursor}”, so nothing was read. Remove the source and add it again to read it from its start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schema of this step is no JSON; nothing is checked against it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schema of this step is no valid JSON Schema; nothing is checked by it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The schema of this step refers to another file or address, which is never read; nothing is checked against it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secret for “{name}” was not stored: this machine has no usable keyring ({why}). Secrets are never written to a file. Start a keyring (on Linux: install and unlock gnome-keyring or KWallet; on a server `dbus-run-session` with gnome-keyring-daemon), or set the environment variable {variable} before starting Reviewer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings give {key} to “{one}” and to “{other}”. “{loser}” keeps {usual}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings give “{action}” the key “{key}”. {why} It keeps {usual}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings in {path} cannot be used: {why}. Correct the file, or move it away to start with the defaults.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The settings name keys for “{name}”, which is no action.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source of the trace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The source says nothing about what was asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The span {start}:{end} is no piece of the output, which has {length:,} characters. Nothing was decided.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trace says nothing more about this step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The vocabulary</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no decision of yours left to take back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no item “{item}”. `reviewer-app queue` lists the ids.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no kind of source called “{kind}”. The kinds are {known}; others come with the package of their platform.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no label format “{name}”. Use {known}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no source called “{name}”. {told}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such item.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>They wait until you ask</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no JSON yet: put it right to go on with the form.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This item could not be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This item was changed elsewhere: it is {status} now.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This step asks “{question}” ({key}) before it takes a verdict. Nothing was decided.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This step wants to know what was wrong before it takes a {verdict}: choose an error type. Nothing was decided.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>To whom? An escalation needs the name of a person or a pool.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took back: approved {item}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took back: corrected {item}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took back: decided {item}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took back: declined {item}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took back: escalated {item}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took back: rejected {item}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Took back: skipped {item}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try it with a sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Unusable, and nothing to put in its place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version and licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What fits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What is wrong here?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What shall people look at first?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the agent did</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the agent produced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the agent produced, as you correct it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the words mean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was asked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What was wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>While correcting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Why you see this</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words of input, output or id</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Words that go with the label</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Workflow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing {file}</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Wrote %Ln label(s) to {file}.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>You cannot judge it; another shall</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You changed the output. Save the correction, or put the changes back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>You decided %Ln today.</source>
        <comment>items</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>You have no standing decision “{decision}” to take back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You marked what was wrong. Reject or correct it, or clear the marks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your changes are kept as a draft. E goes on with them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your name, the theme, the text size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a UUID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a colon is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a comma has nothing after it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a comma or the end is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a group of fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a key in double quotes is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a key of {path}: {fault}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a list</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a person does the step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text holds half of a surrogate pair ({character}), which is no character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text holds the character NUL, which cannot be kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a text that never ends starts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a time of day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a value is missing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a web address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a wrong \u escape stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a wrong escape stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>active {active}  ·  {count} decided, median {median}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>always {value}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an e-mail address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an unescaped control character stands</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %Ln more file(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>another program holds it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>another program made it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>approve</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>approved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at a known rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at an unknown time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least {low}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at most {most} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attachments are larger than {most} MiB together</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attachments has {count} files; a record may have {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attachments is {kind}; it must be a list of file names</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>audit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>byte {byte} ({value}) is not UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be opened ({strerror})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be opened as a folder ({cause})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cannot be read: {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>close all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>closed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confidence is {seen}; it must be a number between 0 and 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>confidence is {seen}; it must lie between 0 and 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>correct</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>corrected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cost {figure}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>critical</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>Qt pattern of a date</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>Qt pattern of a date</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>date and time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ddd HH:mm</source>
        <comment>Qt pattern of a date</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>disputed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not exist</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>does not fit the schema of this step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due in {span}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>due {day}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>error</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>escalate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>escalated</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fits none of the allowed forms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fits several forms, and may fit only one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flagged outputs wait for a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>for {name}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>gave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>give a key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no column “{output}” (its columns are {names})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no column “{output}” in its first row ({seen})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has no readable first row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has {size}; an attachment may have {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>has “{key}” twice; readers see only the last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>high</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>holds a number too large to check; nothing was checked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>human is {kind}; it must be a list of judgements</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a Parquet file, and the library that reads those is not installed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is a link that leads out of the record&apos;s folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is an absolute path; only files below the record&apos;s folder do</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is an address; addresses are never followed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is an integer of {digits:,} digits, too many to hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is damaged: it cannot be unpacked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is in no format that can be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no Parquet file, or a damaged one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no path that can be followed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is no regular file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not FIELD=PATH</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not a regular file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not expected here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is not written as the format “{name}” asks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is of a kind that is not allowed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is required</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is too long to be checked against its pattern</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is {encoding} text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is {number}, too large to hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>is {text}, which is not JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it forgot the secret at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it has {size} and a record may have {most}; make it smaller, or raise the limit in the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it holds more than {most:,} values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not JSON: {wrong}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is not UTF-8 text (byte {byte})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is read-only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it is {kind}; a record is an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it nests more than {most} objects and lists in one another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>it nests too many objects and lists in one another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>lacks an element that must be there</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leads out of the record&apos;s folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>less than {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>level {level}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>low</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>major</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>maps a field a second time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mark it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>marked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>may not be read by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>messages</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>metadata is {kind}; it must be an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than {low}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a UUID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a multiple of {step}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a span of time such as P3DT4H</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be a web address with its scheme</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be an IPv4 address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be an IPv6 address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be an e-mail address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at least {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be at most {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be less than {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be more than {limit}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be one of {choices}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be one of {count} known values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be one of: {kinds}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be the name of a host</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must be {kind}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have at least one field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have at least one row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have at least {limit} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have at least {limit} fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have at least {limit} rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have at most one character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have at most one field</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have at most one row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have at most {limit} characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have at most {limit} fields</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must have at most {limit} rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must look like 09:30:00Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must look like 2026-03-12</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must look like 2026-03-12T09:30:00Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must match {pattern}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must not be empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>must not hold the same thing twice</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>names the column “{twice}” twice in its first row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no change yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no copy could be made at {target} ({error})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nothing is released</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>null</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of {choices}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>one of {count} values</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only tool calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>open all</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output is missing: nothing is at {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output is missing; without one there is nothing to review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output is null; without one there is nothing to review</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>output_type is {seen}; it must be one of {known}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>press a key, Esc to leave it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>produced {time}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>queued</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>reject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rejected</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>released</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>released at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>released later unless stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>released unless a person stops it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>resolved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>revision {n}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>saved as draft</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>something follows the end of the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>source</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>steps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>superseded</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the compressed file is damaged or cut off here; what came before it was read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk could not be read or written, or is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file cannot be opened</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is damaged here; the rest of this row group cannot be read</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the file is damaged; restore a backup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the key “{key}” appears twice in {path}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the row cannot be read: {wrong}; a quote may be missing or too many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the row has {cells} cells and the header has {columns}; a quote or a delimiter may be missing or too many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the sample, on this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>today</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tomorrow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>took</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tool call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tool calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true or false</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>unknown agent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waits for a person</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>working on this machine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>year-month-day</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yes or no</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{column} holds the byte {byte}, which is not UTF-8</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{column} holds the character NUL, which cannot be kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} ms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{count} tokens</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{errors}
{where} was not put in force; the previous policy stays in force.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{fault} at character {place}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{fault} at the end; it may be cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} has {length:,} characters; it may have {most}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} is {kind}; it must be a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} is {kind}; it must be a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} is {seen}; it must be a length of time, zero or more</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} is {seen}; it must be a time such as 2026-11-24T09:30:00Z</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{field} must be JSON, and {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours} h {minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours}h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{hours}h {minutes}m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{key} is the key of “{other}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{low} to {high}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes} min {seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{minutes}m</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name} was not saved: {why}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{name}, as a thread</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{n} of {total}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} could not be written: {why}. What was there before is unchanged. Choose another place, or make room, and export again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not a Reviewer database ({why}). It was left untouched. Use another --home, or restore a backup with `reviewer-app restore FILE`.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is not there, so nothing was restored.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is there already. Nothing was written; name another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} is {value}, which no record can hold</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} was made by a newer version of Reviewer (its tables are at {revision}). It was left untouched. Install the newer version to open it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{path} {reason}, so nothing was read from it. {advice}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{person} decided {item} meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} cannot be read: this source brings no files along</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} is {kind}; it must be a text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} is {kind}; it must be an object</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} is {seen}; it must be one of {known}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} names no file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place} {reason}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{place}.annotator is missing: who judged?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{reason} (the file ends within this line; it is read again when it grows)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{seconds} s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{sentence} · saved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{share} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{similar}, {wrong}: too few for a rate.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size:,} bytes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{size} kB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{span} late</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{view} is empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{what} Your decision was not recorded; look at the item again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{work} · stopping after what is under way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{item}” exists in several sources ({sources}). Use the item&apos;s own id.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Spans</name>
    <message>
        <source></source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
