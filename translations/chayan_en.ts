<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Annotation</name>
    <message numerus="yes">
        <source>%n arrow(s)</source>
        <translation>
            <numerusform>%n arrow</numerusform>
            <numerusform>%n arrows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s)</source>
        <translation>
            <numerusform>%n frame</numerusform>
            <numerusform>%n frames</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s)</source>
        <translation>
            <numerusform>%n text</numerusform>
            <numerusform>%n texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n area(s) made unrecognisable</source>
        <translation>
            <numerusform>%n area made unrecognisable</numerusform>
            <numerusform>%n areas made unrecognisable</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chayan::ui::BoxedCode</name>
    <message numerus="yes">
        <source>%n code(s) read there.</source>
        <translation>
            <numerusform>%n code read there.</numerusform>
            <numerusform>%n codes read there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chayan::ui::CaptureView</name>
    <message numerus="yes">
        <source>%n more of the burst</source>
        <translation>
            <numerusform>%n more of the burst</numerusform>
            <numerusform>%n more of the burst</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n being saved</source>
        <translation>
            <numerusform>%n being saved</numerusform>
            <numerusform>%n being saved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n saved here</source>
        <translation>
            <numerusform>%n saved here</numerusform>
            <numerusform>%n saved here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chayan::ui::ComparisonView</name>
    <message numerus="yes">
        <source>%n difference(s); %1 % of the print agrees</source>
        <translation>
            <numerusform>%n difference; %1 % of the print agrees</numerusform>
            <numerusform>%n differences; %1 % of the print agrees</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chayan::ui::ConflictsView</name>
    <message numerus="yes">
        <source>%n sealed value(s) may have been set differently</source>
        <translation>
            <numerusform>%n sealed value may have been set differently</numerusform>
            <numerusform>%n sealed values may have been set differently</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chayan::ui::DevicePanel</name>
    <message numerus="yes">
        <source>%n file(s), %1</source>
        <translation>
            <numerusform>%n file, %1</numerusform>
            <numerusform>%n files, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %n file(s) in</source>
        <translation>
            <numerusform>Take %n file in</numerusform>
            <numerusform>Take %n files in</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chayan::ui::ExportView</name>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photograph(s)</source>
        <translation>
            <numerusform>%n photograph</numerusform>
            <numerusform>%n photographs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chayan::ui::GoodsView</name>
    <message numerus="yes">
        <source>Add %n line(s) from scanned codes</source>
        <translation>
            <numerusform>Add %n line from scanned codes</numerusform>
            <numerusform>Add %n lines from scanned codes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chayan::ui::HardPhotos</name>
    <message numerus="yes">
        <source>%n photograph(s) may be of little use. Saved all the same; take a better one while you can.</source>
        <translation>
            <numerusform>%n photograph may be of little use. Saved all the same; take a better one while you can.</numerusform>
            <numerusform>%n photographs may be of little use. Saved all the same; take better ones while you can.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chayan::ui::LockPage</name>
    <message numerus="yes">
        <source>Everything that was shown as saved is here; %n half-written file(s) were removed.</source>
        <translation>
            <numerusform>Everything that was shown as saved is here; %n half-written file was removed.</numerusform>
            <numerusform>Everything that was shown as saved is here; %n half-written files were removed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n original(s) that were here before are named by no record, which may have been lost. They were kept; check everything in the settings and compare with your newest backup.</source>
        <translation>
            <numerusform>%n original that was here before is named by no record, which may have been lost. It was kept; check everything in the settings and compare with your newest backup.</numerusform>
            <numerusform>%n originals that were here before are named by no record, which may have been lost. They were kept; check everything in the settings and compare with your newest backup.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chayan::ui::PhonePanel</name>
    <message numerus="yes">
        <source>Open for %n more minute(s) without use</source>
        <translation>
            <numerusform>Closes after %n minute without use</numerusform>
            <numerusform>Closes after %n minutes without use</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chayan::ui::PhotoSaver</name>
    <message numerus="yes">
        <source>Saving %n photograph(s)</source>
        <translation>
            <numerusform>Saving %n photograph</numerusform>
            <numerusform>Saving %n photographs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) could not be saved; the others are.</source>
        <translation>
            <numerusform>%n file could not be saved; the others are.</numerusform>
            <numerusform>%n files could not be saved; the others are.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photograph(s) saved</source>
        <translation>
            <numerusform>%n photograph saved</numerusform>
            <numerusform>%n photographs saved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chayan::ui::PhotosView</name>
    <message numerus="yes">
        <source>%n saved here</source>
        <translation>
            <numerusform>%n saved here</numerusform>
            <numerusform>%n saved here</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n being saved</source>
        <translation>
            <numerusform>%n being saved</numerusform>
            <numerusform>%n being saved</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chayan::ui::PictureView</name>
    <message numerus="yes">
        <source>%n code(s) outlined</source>
        <translation>
            <numerusform>%n code outlined</numerusform>
            <numerusform>%n codes outlined</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chayan::ui::RecordsView</name>
    <message numerus="yes">
        <source>%n entries were made after this signature</source>
        <translation>
            <numerusform>%n entry was made after this signature</numerusform>
            <numerusform>%n entries were made after this signature</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chayan::ui::ReportView</name>
    <message numerus="yes">
        <source>%n dossier(s)</source>
        <translation>
            <numerusform>%n dossier</numerusform>
            <numerusform>%n dossiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photograph(s) or other original(s)</source>
        <translation>
            <numerusform>%n photograph or other original</numerusform>
            <numerusform>%n photographs or other originals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) withheld by the sender</source>
        <translation>
            <numerusform>%n thing withheld by the sender</numerusform>
            <numerusform>%n things withheld by the sender</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Wrote %n of the entries</source>
        <translation>
            <numerusform>Wrote %n of the entries</numerusform>
            <numerusform>Wrote %n of the entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chayan::ui::SearchPage</name>
    <message numerus="yes">
        <source>Found in %n visit(s)</source>
        <translation>
            <numerusform>Found in %n visit</numerusform>
            <numerusform>Found in %n visits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chayan::ui::SettingsPage</name>
    <message numerus="yes">
        <source>after %n min</source>
        <translation>
            <numerusform>after %n min</numerusform>
            <numerusform>after %n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chayan::ui::StatusStrip</name>
    <message numerus="yes">
        <source>%1, unlocked %n min</source>
        <translation>
            <numerusform>%1, unlocked %n min</numerusform>
            <numerusform>%1, unlocked %n min</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chayan::ui::TakingIn</name>
    <message numerus="yes">
        <source>%n dossier(s)</source>
        <translation>
            <numerusform>%n dossier</numerusform>
            <numerusform>%n dossiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photograph(s) or other original(s)</source>
        <translation>
            <numerusform>%n photograph or other original</numerusform>
            <numerusform>%n photographs or other originals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n value(s) were set differently here and there.</source>
        <translation>
            <numerusform>%n value was set differently here and there.</numerusform>
            <numerusform>%n values were set differently here and there.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chayan::ui::TaskStrip</name>
    <message numerus="yes">
        <source>%1 (and %n more)</source>
        <translation>
            <numerusform>%1 (and %n more)</numerusform>
            <numerusform>%1 (and %n more)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n s left</source>
        <translation>
            <numerusform>%n s left</numerusform>
            <numerusform>%n s left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n min left</source>
        <translation>
            <numerusform>%n min left</numerusform>
            <numerusform>%n min left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chayan::ui::TrafficView</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chayan::ui::TrustDecision</name>
    <message numerus="yes">
        <source>%n digit(s) more</source>
        <translation>
            <numerusform>%n digit more</numerusform>
            <numerusform>%n digits more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chayan::ui::UpkeepGroup</name>
    <message numerus="yes">
        <source>Backed up %n day(s) ago</source>
        <translation>
            <numerusform>Backed up %n day ago</numerusform>
            <numerusform>Backed up %n days ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries</source>
        <translation>
            <numerusform>%n entry</numerusform>
            <numerusform>%n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n photograph(s) or other original(s)</source>
        <translation>
            <numerusform>%n photograph or other original</numerusform>
            <numerusform>%n photographs or other originals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>chayan::ui::VisitListModel</name>
    <message numerus="yes">
        <source>%n photograph(s)</source>
        <translation>
            <numerusform>%n photograph</numerusform>
            <numerusform>%n photographs</numerusform>
        </translation>
    </message>
</context>
</TS>
