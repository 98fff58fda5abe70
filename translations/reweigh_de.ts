<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About Reweigh</source>
        <translation>Über Reweigh</translation>
    </message>
    <message>
        <source>Reweigh %1</source>
        <translation>Reweigh %1</translation>
    </message>
    <message>
        <source>Meta-Weight-Net and its architecture under label noise and class imbalance.

Free software under the GNU General Public License, version 3 or later, without any warranty.

No telemetry: Reweigh sends nothing anywhere, and loads nothing but the data sets you ask for.

Qt %1</source>
        <translation>Meta-Weight-Net und seine Architektur unter verrauschten Labels und ungleich großen Klassen.

Freie Software unter der GNU General Public License, Version 3 oder neuer, ohne jede Gewährleistung.

Keine Telemetrie: Reweigh sendet nichts und lädt nichts außer den Datensätzen, die Sie verlangen.

Qt %1</translation>
    </message>
</context>
<context>
    <name>AxisText</name>
    <message>
        <source>%1–%2</source>
        <comment>range of values</comment>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>validation accuracy</source>
        <translation>Validierungsgenauigkeit</translation>
    </message>
    <message>
        <source>balanced validation accuracy</source>
        <translation>balancierte Validierungsgenauigkeit</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>This study has several objectives, and this view needs a single value of each trial. Pareto front shows two of them, History one.</source>
        <translation>Diese Studie hat mehrere Zielgrößen, und diese Ansicht braucht einen einzigen Wert je Trial. Pareto-Front zeigt zwei davon, Verlauf der Suche eine.</translation>
    </message>
    <message>
        <source>No complete trial yet.</source>
        <translation>Noch kein vollendeter Trial.</translation>
    </message>
    <message>
        <source>No complete trial has “%1”: choose another quantity in this view&apos;s menu.</source>
        <translation>Kein vollendeter Trial hat „%1“: Wählen Sie eine andere Größe im Menü dieser Ansicht.</translation>
    </message>
    <message>
        <source>No complete trial has both %1 and %2: choose others in this view&apos;s menu.</source>
        <translation>Kein vollendeter Trial hat sowohl %1 als auch %2: Wählen Sie andere im Menü dieser Ansicht.</translation>
    </message>
</context>
<context>
    <name>Claims</name>
    <message>
        <source>no seed has run everywhere yet</source>
        <translation>noch ist kein Seed überall gelaufen</translation>
    </message>
    <message numerus="yes">
        <source>%1 points, %n seed(s)</source>
        <comment>estimate and half-width</comment>
        <translation>
            <numerusform>%1 Punkte, %n Seed</numerusform>
            <numerusform>%1 Punkte, %n Seeds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n seed(s)</source>
        <comment>estimate and half-width</comment>
        <translation>
            <numerusform>%1, %n Seed</numerusform>
            <numerusform>%1, %n Seeds</numerusform>
        </translation>
    </message>
    <message>
        <source>Student t over seeds: %1, after Holm over the hypotheses %2</source>
        <translation>Student-t über Seeds: %1, nach Holm über die Hypothesen %2</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) failed</source>
        <translation>
            <numerusform>%n Lauf gescheitert</numerusform>
            <numerusform>%n Läufe gescheitert</numerusform>
        </translation>
    </message>
    <message>
        <source>Runs are missing: the level of 5 % holds for one look, at all of them.</source>
        <translation>Läufe fehlen: das Niveau von 5 % gilt für einen Blick, auf alle zusammen.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>cell, estimate</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n cell(s) more</source>
        <translation>
            <numerusform>und %n Zelle mehr</numerusform>
            <numerusform>und %n Zellen mehr</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 after Holm</source>
        <comment>p value</comment>
        <translation>%1 nach Holm</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n run(s)</source>
        <comment>runs that have ended</comment>
        <translation>
            <numerusform>%1 von %n Lauf</numerusform>
            <numerusform>%1 von %n Läufen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, provisional</source>
        <comment>status of a hypothesis</comment>
        <translation>%1, vorläufig</translation>
    </message>
    <message>
        <source>not compared: the two do not have the same classes of this size</source>
        <translation>nicht verglichen: Die beiden haben nicht dieselben Klassen dieser Größe</translation>
    </message>
    <message numerus="yes">
        <source>In %n cell(s) the two do not have the same classes of this size with every seed; such seeds are left out.</source>
        <translation>
            <numerusform>In %n Zelle haben die beiden nicht mit jedem Seed dieselben Klassen dieser Größe; solche Seeds sind ausgelassen.</numerusform>
            <numerusform>In %n Zellen haben die beiden nicht mit jedem Seed dieselben Klassen dieser Größe; solche Seeds sind ausgelassen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClassBars</name>
    <message>
        <source>true class size</source>
        <translation>wahre Klassengröße</translation>
    </message>
    <message>
        <source>label right</source>
        <translation>Label richtig</translation>
    </message>
    <message>
        <source>label wrong</source>
        <translation>Label falsch</translation>
    </message>
    <message>
        <source>label kept</source>
        <translation>Label behalten</translation>
    </message>
    <message>
        <source>label changed</source>
        <translation>Label geändert</translation>
    </message>
    <message>
        <source>images</source>
        <comment>the axis of counts</comment>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>trained on, by label as it came</source>
        <translation>trainiert, nach dem Label, wie es kam</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>no run yet</source>
        <translation>noch kein Lauf</translation>
    </message>
    <message>
        <source>%1 (1), no interval</source>
        <comment>mean of one seed</comment>
        <translation>%1 (1), kein Intervall</translation>
    </message>
    <message>
        <source>%1 ± %2 (%3)</source>
        <comment>mean, half-width, seeds</comment>
        <translation>%1 ± %2 (%3)</translation>
    </message>
    <message>
        <source>%1 [%2, %3]</source>
        <comment>difference and its interval</comment>
        <translation>%1 [%2; %3]</translation>
    </message>
    <message>
        <source>p &lt; %1</source>
        <translation>p &lt; %1</translation>
    </message>
    <message>
        <source>p %1</source>
        <translation>p %1</translation>
    </message>
    <message>
        <source>%1, earlier</source>
        <comment>a variant, made of an earlier best trial</comment>
        <translation>%1, früher</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>input, hidden layers</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>few images %1</source>
        <comment>recall of the classes with few images</comment>
        <translation>wenige Bilder %1</translation>
    </message>
    <message>
        <source>noise AUROC %1</source>
        <translation>Rausch-AUROC %1</translation>
    </message>
    <message>
        <source>Another program made this study. It has no settings of trainings, so nothing can be retrained and compared.</source>
        <translation>Ein anderes Programm hat diese Studie erstellt. Sie hat keine Trainingseinstellungen, daher lässt sich nichts neu trainieren und vergleichen.</translation>
    </message>
</context>
<context>
    <name>ComparisonSize</name>
    <message numerus="yes">
        <source>about %n second(s)</source>
        <translation>
            <numerusform>etwa %n Sekunde</numerusform>
            <numerusform>etwa %n Sekunden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>etwa %n Minute</numerusform>
            <numerusform>etwa %n Minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>about %1 hours</source>
        <translation>etwa %1 Stunden</translation>
    </message>
</context>
<context>
    <name>CostEstimate</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
</context>
<context>
    <name>CurveThings</name>
    <message>
        <source>%1, earlier</source>
        <comment>a variant, made of an earlier best trial</comment>
        <translation>%1, früher</translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <comment>trial, split, value</comment>
        <translation>%1 %2: %3</translation>
    </message>
    <message>
        <source>%1 %2: %3 ± %4 (%5)</source>
        <comment>variant, split, mean, half-width, runs</comment>
        <translation>%1 %2: %3 ± %4 (%5)</translation>
    </message>
    <message>
        <source>%1 %2: %3 (%4)</source>
        <comment>variant, split, mean, runs</comment>
        <translation>%1 %2: %3 (%4)</translation>
    </message>
</context>
<context>
    <name>DataText</name>
    <message>
        <source>labels as they are</source>
        <translation>Labels unverändert</translation>
    </message>
    <message>
        <source>%1 of %2 labels made wrong (%3 %4)</source>
        <translation>%1 von %2 Labels falsch gemacht (%3 %4)</translation>
    </message>
    <message>
        <source>every image kept</source>
        <translation>alle Bilder behalten</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Made by an earlier version, whose fingerprint covers labels only: whether the images are the same cannot be checked.</source>
        <translation>Von einer früheren Version, deren Fingerabdruck nur Labels umfasst: ob die Bilder dieselben sind, lässt sich nicht prüfen.</translation>
    </message>
    <message>
        <source>true labels from a file, %1 of %2 labels differ from them</source>
        <translation>wahre Labels aus einer Datei, %1 von %2 Labels weichen von ihnen ab</translation>
    </message>
    <message>
        <source>labels from a file (column %3), %1 of %2 differ from those that count as true</source>
        <translation>Labels aus einer Datei (Spalte %3), %1 von %2 weichen von denen ab, die als wahr gelten</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1; %2</translation>
    </message>
    <message>
        <source>meta set: pseudo, chosen by loss, not checked</source>
        <translation>Metamenge: pseudo, nach Loss gewählt, nicht geprüft</translation>
    </message>
    <message>
        <source>meta and validation images from the checked ones</source>
        <translation>Meta- und Validierungsbilder aus den geprüften</translation>
    </message>
    <message>
        <source>validation images from the checked ones</source>
        <translation>Validierungsbilder aus den geprüften</translation>
    </message>
    <message>
        <source>meta and validation images not checked</source>
        <translation>Meta- und Validierungsbilder nicht geprüft</translation>
    </message>
    <message>
        <source>validation images not checked</source>
        <translation>Validierungsbilder nicht geprüft</translation>
    </message>
    <message>
        <source>every label said to be right</source>
        <translation>jedes Label laut Angabe richtig</translation>
    </message>
    <message>
        <source>test images from the checked ones</source>
        <translation>Testbilder aus den geprüften</translation>
    </message>
    <message>
        <source>test images not checked</source>
        <translation>Testbilder nicht geprüft</translation>
    </message>
    <message>
        <source>; </source>
        <translation>; </translation>
    </message>
    <message>
        <source>folders not read: %1</source>
        <translation>nicht gelesene Ordner: %1</translation>
    </message>
    <message>
        <source>test images from the folder %1</source>
        <translation>Testbilder aus dem Ordner %1</translation>
    </message>
    <message>
        <source>image files left out that cannot be read: %1 (the first is %2: %3)</source>
        <translation>weggelassene, nicht lesbare Bilddateien: %1 (die erste ist %2: %3)</translation>
    </message>
    <message>
        <source>files that are no images: %1 (the first is %2)</source>
        <translation>Dateien, die keine Bilder sind: %1 (die erste ist %2)</translation>
    </message>
    <message>
        <source>images beside the class folders, not read: %1</source>
        <translation>nicht gelesene Bilder neben den Klassenordnern: %1</translation>
    </message>
    <message>
        <source>images left out: %1 (%2 imbalance %3)</source>
        <translation>weggelassene Bilder: %1 (Ungleichgewicht %2 %3)</translation>
    </message>
    <message>
        <source>images left out: %1 (at most %2 asked for)</source>
        <translation>weggelassene Bilder: %1 (höchstens %2 verlangt)</translation>
    </message>
    <message>
        <source>images left out: %1 (named by a list)</source>
        <translation>weggelassene Bilder: %1 (von einer Liste genannt)</translation>
    </message>
    <message>
        <source>test images from a folder of their own</source>
        <translation>Testbilder aus einem eigenen Ordner</translation>
    </message>
    <message>
        <source>images turned upright by their EXIF data: %1</source>
        <translation>nach ihren EXIF-Daten aufgerichtete Bilder: %1</translation>
    </message>
    <message>
        <source>images with an EXIF orientation, read as they are stored: %1</source>
        <translation>Bilder mit EXIF-Ausrichtung, gelesen, wie sie gespeichert sind: %1</translation>
    </message>
    <message>
        <source>few test images: %1, of a class none; one is %2 percentage points of accuracy</source>
        <translation>wenige Testbilder: %1, von einer Klasse keines; eines macht %2 Prozentpunkte der Genauigkeit aus</translation>
    </message>
    <message>
        <source>few test images: %1, of the class with fewest %2; one is %3 percentage points of accuracy and %4 of the recall of that class</source>
        <translation>wenige Testbilder: %1, in der Klasse mit den wenigsten %2; eines macht %3 Prozentpunkte der Genauigkeit aus und %4 der Trefferquote dieser Klasse</translation>
    </message>
    <message>
        <source>every image kept but the %1 of %2 that are held out</source>
        <translation>alle Bilder behalten bis auf %1 von %2, die zurückgehalten werden</translation>
    </message>
    <message>
        <source>few images left to train on: meta and validation images take %1 of the %2 of %3, the smallest class; lower %4</source>
        <translation>wenige Bilder bleiben zum Trainieren: Meta- und Validierungsbilder nehmen %1 von %2 der kleinsten Klasse %3; verringern Sie %4</translation>
    </message>
</context>
<context>
    <name>DeviceSampler</name>
    <message>
        <source>CPU %1 × %2 %</source>
        <translation>CPU %1 × %2 %</translation>
    </message>
    <message>
        <source>%1 of %2 GiB</source>
        <translation>%1 von %2 GiB</translation>
    </message>
    <message>
        <source>%1 %2 %, %3 of %4 GiB</source>
        <translation>%1 %2 %, %3 von %4 GiB</translation>
    </message>
    <message>
        <source>no NVIDIA GPU</source>
        <translation>keine NVIDIA-GPU</translation>
    </message>
    <message>
        <source>no NVIDIA GPU: running on the CPU in %1</source>
        <translation>keine NVIDIA-GPU: läuft auf der CPU in %1</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>%1 holds %2 studies: each has a tab.</source>
        <translation>%1 enthält %2 Studien: Jede hat einen Reiter.</translation>
    </message>
    <message>
        <source>%1 holds %2 studies: the first %3 have tabs. File &gt; Studies in this file opens another one.</source>
        <translation>%1 enthält %2 Studien: Die ersten %3 haben Reiter. Datei &gt; Studien in dieser Datei öffnet eine andere.</translation>
    </message>
</context>
<context>
    <name>FieldText</name>
    <message>
        <source>a value from %1 to %2</source>
        <translation>ein Wert von %1 bis %2</translation>
    </message>
    <message>
        <source>a value above %1, at most %2</source>
        <translation>ein Wert über %1, höchstens %2</translation>
    </message>
    <message>
        <source>a value above %1</source>
        <translation>ein Wert über %1</translation>
    </message>
    <message>
        <source>a value of at least %1</source>
        <translation>ein Wert von mindestens %1</translation>
    </message>
    <message>
        <source>%1 to %2 whole numbers from %3 to %4</source>
        <translation>%1 bis %2 ganze Zahlen von %3 bis %4</translation>
    </message>
    <message>
        <source>at least one</source>
        <translation>wenigstens eine</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>leer</translation>
    </message>
</context>
<context>
    <name>FigureExport</name>
    <message>
        <source>%1 · recipe %2 · Reweigh %3</source>
        <translation>%1 · Rezept %2 · Reweigh %3</translation>
    </message>
    <message>
        <source>%1 · Reweigh %2</source>
        <translation>%1 · Reweigh %2</translation>
    </message>
</context>
<context>
    <name>GainGrid</name>
    <message>
        <source>± %1</source>
        <comment>half-width</comment>
        <translation>± %1</translation>
    </message>
    <message>
        <source>no pair of runs yet</source>
        <translation>noch kein Paar von Läufen</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 Punkte</translation>
    </message>
    <message>
        <source>%1, n %2: %3</source>
        <comment>difference, seeds, verdict</comment>
        <translation>%1, n %2: %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>cell, what is known of it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>a further seed tells most here</source>
        <translation>hier sagt ein weiterer Seed am meisten</translation>
    </message>
    <message>
        <source>a further seed tells most here: %1</source>
        <comment>cell</comment>
        <translation>hier sagt ein weiterer Seed am meisten: %1</translation>
    </message>
    <message>
        <source>trained in: %1</source>
        <translation>trainiert in: %1</translation>
    </message>
    <message>
        <source>found in: %1</source>
        <translation>gefunden in: %1</translation>
    </message>
    <message>
        <source>own</source>
        <comment>network</comment>
        <translation>eigenes</translation>
    </message>
    <message>
        <source>%1: its own network, which the others are compared with</source>
        <translation>%1: das eigene Netz, mit dem die anderen verglichen werden</translation>
    </message>
    <message>
        <source>Network found in %1, trained in %2, minus the network found there: %3</source>
        <translation>Netz aus %1, trainiert in %2, minus das dort gefundene: %3</translation>
    </message>
    <message>
        <source>the same</source>
        <comment>training</comment>
        <translation>dasselbe</translation>
    </message>
    <message>
        <source>both are the same training</source>
        <translation>beide sind dasselbe Training</translation>
    </message>
    <message>
        <source>not compared: the two do not have the same classes of this size</source>
        <translation>nicht verglichen: Die beiden haben nicht dieselben Klassen dieser Größe</translation>
    </message>
</context>
<context>
    <name>HealthText</name>
    <message>
        <source>healthy: spread %1</source>
        <translation>gesund: Streuung %1</translation>
    </message>
    <message>
        <source>collapsed: %1 % below %2</source>
        <translation>zusammengefallen: %1 % unter %2</translation>
    </message>
    <message>
        <source>flat: spread %1</source>
        <translation>flach: Streuung %1</translation>
    </message>
    <message>
        <source>meta gradient vanishes: %1</source>
        <translation>Meta-Gradient verschwindet: %1</translation>
    </message>
    <message>
        <source>no weights</source>
        <translation>keine Gewichte</translation>
    </message>
    <message>
        <source>not monotone: ρ %1</source>
        <translation>nicht monoton: ρ %1</translation>
    </message>
    <message>
        <source>Nearly every sample has a weight of 0, so the classifier hardly learns.</source>
        <translation>Fast jedes Beispiel hat das Gewicht 0, also lernt der Klassifikator kaum.</translation>
    </message>
    <message>
        <source>Lower the meta learning rate, or normalise the weights over the batch.</source>
        <translation>Senken Sie die Meta-Lernrate, oder normieren Sie die Gewichte über den Batch.</translation>
    </message>
    <message>
        <source>All samples count equally, as in plain training.</source>
        <translation>Alle Beispiele zählen gleich, wie beim einfachen Training.</translation>
    </message>
    <message>
        <source>Raise the meta learning rate, train longer, or give the network that weighs an input that distinguishes samples.</source>
        <translation>Erhöhen Sie die Meta-Lernrate, trainieren Sie länger, oder geben Sie dem gewichtenden Netz einen Eingang, der Beispiele unterscheidet.</translation>
    </message>
    <message>
        <source>The network that weighs no longer learns: the meta set is fitted, or its sigmoid is saturated. Take a larger meta set, or a lower meta learning rate from the start.</source>
        <translation>Das gewichtende Netz lernt nicht mehr: die Metamenge ist gelernt, oder sein Sigmoid ist gesättigt. Nehmen Sie eine größere Metamenge, oder von Anfang an eine kleinere Meta-Lernrate.</translation>
    </message>
    <message>
        <source>The weights hardly follow the meta set any more, because it is fitted. Take a larger meta set.</source>
        <translation>Die Gewichte folgen der Metamenge kaum noch, denn sie ist gelernt. Nehmen Sie eine größere Metamenge.</translation>
    </message>
    <message>
        <source>This training weighs no sample: all count equally.</source>
        <translation>Dieses Training gewichtet keine Beispiele: alle zählen gleich.</translation>
    </message>
    <message>
        <source>Samples whose labels were changed weigh more than others. 1 − weight finds them with AUROC %1; 0.5 is chance.</source>
        <translation>Beispiele mit geänderten Labels wiegen mehr als andere. 1 − Gewicht findet sie mit AUROC %1; 0,5 ist Zufall.</translation>
    </message>
    <message>
        <source>Samples with wrong labels weigh more than others. 1 − weight finds them with AUROC %1; 0.5 is chance.</source>
        <translation>Beispiele mit falschen Labels wiegen mehr als andere. 1 − Gewicht findet sie mit AUROC %1; 0,5 ist Zufall.</translation>
    </message>
    <message>
        <source>upside down: AUROC %1</source>
        <translation>verkehrt herum: AUROC %1</translation>
    </message>
    <message>
        <source>A high loss is a sign of a rare class as well as of a wrong label. The loss together with the label can tell the two apart.</source>
        <translation>Ein hoher Loss ist ein Zeichen einer seltenen Klasse ebenso wie eines falschen Labels. Der Loss zusammen mit dem Label kann beides unterscheiden.</translation>
    </message>
    <message>
        <source>spread %1</source>
        <translation>Streuung %1</translation>
    </message>
    <message>
        <source>That they tell wrong labels from right ones is not shown: AUROC %1.</source>
        <translation>Dass sie falsche von richtigen Labels unterscheiden, ist nicht gezeigt: AUROC %1.</translation>
    </message>
    <message>
        <source>Whether that is of use is not known: no label is known to be wrong.</source>
        <translation>Ob das nützt, ist nicht bekannt: von keinem Label weiß man, dass es falsch ist.</translation>
    </message>
    <message>
        <source>ρ is the rank correlation of loss and weight.</source>
        <translation>ρ ist die Rangkorrelation von Loss und Gewicht.</translation>
    </message>
    <message>
        <source>If it is not, use fewer nodes or a larger meta set.</source>
        <translation>Ist es das nicht, helfen weniger Knoten oder eine größere Metamenge.</translation>
    </message>
    <message>
        <source>That may be meant where hard samples help.</source>
        <translation>Das kann gewollt sein, wo schwere Beispiele helfen.</translation>
    </message>
    <message>
        <source>That may be meant where the hardest samples have wrong labels.</source>
        <translation>Das kann gewollt sein, wo die schwersten Beispiele falsche Labels haben.</translation>
    </message>
    <message>
        <source>Fewer nodes or a larger meta set make the curve smoother.</source>
        <translation>Weniger Knoten oder eine größere Metamenge machen die Kurve glatter.</translation>
    </message>
    <message>
        <source>They hardly change with the loss.</source>
        <translation>Sie ändern sich kaum mit dem Loss.</translation>
    </message>
    <message>
        <source>They rise with the loss: hard samples count more.</source>
        <translation>Sie steigen mit dem Loss: schwere Beispiele zählen mehr.</translation>
    </message>
    <message>
        <source>They fall with the loss: hard samples count less.</source>
        <translation>Sie fallen mit dem Loss: schwere Beispiele zählen weniger.</translation>
    </message>
    <message>
        <source>With the loss the weight first rises, then falls: samples between easy and hard count most.</source>
        <translation>Mit dem Loss steigt das Gewicht erst, dann fällt es: Beispiele zwischen leicht und schwer zählen am meisten.</translation>
    </message>
    <message>
        <source>With the loss the weight first falls, then rises: samples between easy and hard count least.</source>
        <translation>Mit dem Loss fällt das Gewicht erst, dann steigt es: Beispiele zwischen leicht und schwer zählen am wenigsten.</translation>
    </message>
    <message>
        <source>With the loss the weight rises and falls more than once.</source>
        <translation>Mit dem Loss steigt und fällt das Gewicht mehr als einmal.</translation>
    </message>
    <message>
        <source>Weights differ between samples: standard deviation %1 around a mean of %2.</source>
        <translation>Gewichte unterscheiden sich zwischen Beispielen: Standardabweichung %1 um ein Mittel von %2.</translation>
    </message>
    <message>
        <source>Lower the meta learning rate.</source>
        <translation>Verringern Sie die Meta-Lernrate.</translation>
    </message>
    <message>
        <source>A high loss is a sign of a rare class as well as of a wrong label. The network sees the label beside the loss, which can tell the two apart, but it has not learned to do so.</source>
        <translation>Ein hoher Loss ist ein Zeichen für eine seltene Klasse ebenso wie für ein falsches Label. Das Netz sieht neben dem Loss auch das Label, womit sich beides unterscheiden lässt, hat das aber nicht gelernt.</translation>
    </message>
</context>
<context>
    <name>ImageFaults</name>
    <message>
        <source>unknown image type</source>
        <translation>unbekannter Bildtyp</translation>
    </message>
    <message>
        <source>not decodable</source>
        <translation>nicht dekodierbar</translation>
    </message>
    <message>
        <source>leads to no file</source>
        <translation>führt zu keiner Datei</translation>
    </message>
    <message>
        <source>the JPEG is cut off</source>
        <translation>das JPEG ist abgeschnitten</translation>
    </message>
    <message>
        <source>bad Huffman table</source>
        <translation>fehlerhafte Huffman-Tabelle</translation>
    </message>
    <message>
        <source>0 bytes, expected an image</source>
        <translation>0 Bytes, erwartet war ein Bild</translation>
    </message>
    <message>
        <source>four colour channels, and no Adobe marker says which</source>
        <translation>vier Farbkanäle, und keine Adobe-Markierung sagt, welche</translation>
    </message>
    <message>
        <source>begins as a %1 file does</source>
        <translation>beginnt wie eine %1-Datei</translation>
    </message>
    <message>
        <source>the JPEG lacks a table that it names</source>
        <translation>dem JPEG fehlt eine Tabelle, die es nennt</translation>
    </message>
</context>
<context>
    <name>LabelMarks</name>
    <message>
        <source>✓ right</source>
        <translation>✓ richtig</translation>
    </message>
    <message>
        <source>✕ wrong</source>
        <translation>✕ falsch</translation>
    </message>
    <message>
        <source>? unsure</source>
        <translation>? unsicher</translation>
    </message>
    <message>
        <source>Mark %1: %2</source>
        <translation>%1 markieren: %2</translation>
    </message>
    <message>
        <source>Unmark %1</source>
        <translation>Markierung von %1 entfernen</translation>
    </message>
    <message>
        <source>Import marks</source>
        <translation>Markierungen importieren</translation>
    </message>
</context>
<context>
    <name>LayerStrip</name>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
</context>
<context>
    <name>Layout</name>
    <message>
        <source>Set up</source>
        <translation>Aufbauen</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Zusehen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>Planen</translation>
    </message>
</context>
<context>
    <name>MarkFiles</name>
    <message>
        <source>Data (*.csv)</source>
        <translation>Daten (*.csv)</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln mark(s) imported from %1.</source>
        <translation>
            <numerusform>%Ln Markierung aus %1 importiert.</numerusform>
            <numerusform>%Ln Markierungen aus %1 importiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 %Ln are of images that are not in this data set, and were left out.</source>
        <translation>
            <numerusform>%1 %Ln gehört zu einem Bild, das nicht in diesem Datensatz ist, und wurde weggelassen.</numerusform>
            <numerusform>%1 %Ln gehören zu Bildern, die nicht in diesem Datensatz sind, und wurden weggelassen.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 The name %2 is not UTF-8: save the file as UTF-8.</source>
        <translation>%1 Der Name %2 ist nicht in UTF-8: Speichern Sie die Datei als UTF-8.</translation>
    </message>
</context>
<context>
    <name>ModelPanel</name>
    <message>
        <source>image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>head</source>
        <translation>Kopf</translation>
    </message>
    <message>
        <source>in</source>
        <translation>ein</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>Gewicht</translation>
    </message>
</context>
<context>
    <name>NextRun</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 und %n weitere</numerusform>
            <numerusform>%1 und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Start the study: %n trial(s)</source>
        <translation>
            <numerusform>Studie starten: %n Trial</numerusform>
            <numerusform>Studie starten: %n Trials</numerusform>
        </translation>
    </message>
    <message>
        <source>Start a new study: %1 changed</source>
        <translation>Neue Studie starten: %1 geändert</translation>
    </message>
    <message numerus="yes">
        <source>Continue: %n more trial(s)</source>
        <translation>
            <numerusform>Fortsetzen: noch %n Trial</numerusform>
            <numerusform>Fortsetzen: noch %n Trials</numerusform>
        </translation>
    </message>
    <message>
        <source>Start</source>
        <comment>a study, on a button</comment>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Start new</source>
        <comment>a new study, on a button</comment>
        <translation>Neu starten</translation>
    </message>
    <message>
        <source>Continue</source>
        <comment>a study, on a button</comment>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Run</source>
        <comment>a study, on a button</comment>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Resume without the changed %1</source>
        <translation>Fortsetzen ohne die Änderung: %1</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message numerus="yes">
        <source>All %Ln trial(s) are done</source>
        <translation>
            <numerusform>Der einzige Trial ist fertig</numerusform>
            <numerusform>Alle %Ln Trials sind fertig</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ParameterText</name>
    <message>
        <source>hidden layers</source>
        <translation>verdeckte Schichten</translation>
    </message>
    <message>
        <source>nodes per layer (geometric mean)</source>
        <translation>Knoten je Schicht (geometrisches Mittel)</translation>
    </message>
    <message>
        <source>input layer</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>Aktivierung</translation>
    </message>
    <message>
        <source>meta learning rate</source>
        <translation>Meta-Lernrate</translation>
    </message>
    <message>
        <source>nodes, layer %1</source>
        <translation>Knoten, Schicht %1</translation>
    </message>
    <message>
        <source>standardised input</source>
        <translation>standardisierter Eingang</translation>
    </message>
    <message>
        <source>%1, standardised</source>
        <translation>%1, standardisiert</translation>
    </message>
    <message>
        <source>number of the trial</source>
        <translation>Nummer des Trials</translation>
    </message>
    <message>
        <source>time of the trial (s)</source>
        <translation>Dauer des Trials (s)</translation>
    </message>
    <message>
        <source>best epoch</source>
        <translation>beste Epoche</translation>
    </message>
    <message>
        <source>test accuracy (never searched)</source>
        <translation>Testgenauigkeit (nie gesucht)</translation>
    </message>
    <message>
        <source>noise AUROC</source>
        <translation>AUROC des Rauschens</translation>
    </message>
    <message>
        <source>parameters of the weighting network</source>
        <translation>Parameter des Gewichtungsnetzes</translation>
    </message>
    <message>
        <source>value of the trial</source>
        <translation>Wert des Trials</translation>
    </message>
    <message>
        <source>mean over fresh seeds</source>
        <translation>Mittel über frische Seeds</translation>
    </message>
    <message>
        <source>time at which the trial began</source>
        <translation>Zeit, zu der der Trial begann</translation>
    </message>
</context>
<context>
    <name>PlanCells</name>
    <message>
        <source>%1
Study in %2</source>
        <translation>%1
Studie in %2</translation>
    </message>
    <message>
        <source>
Fingerprint of the data %1</source>
        <translation>
Fingerabdruck der Daten %1</translation>
    </message>
    <message>
        <source>○ waiting</source>
        <translation>○ wartet</translation>
    </message>
    <message>
        <source>▶ running here</source>
        <translation>▶ läuft hier</translation>
    </message>
    <message>
        <source>▷ running elsewhere</source>
        <translation>▷ läuft anderswo</translation>
    </message>
    <message>
        <source>✓ done</source>
        <translation>✓ fertig</translation>
    </message>
    <message>
        <source>✕ cannot be used</source>
        <translation>✕ nicht verwendbar</translation>
    </message>
</context>
<context>
    <name>PlanNews</name>
    <message>
        <source>%1: %2, seed %3</source>
        <comment>cell, variant</comment>
        <translation>%1: %2, Seed %3</translation>
    </message>
    <message>
        <source>%1: trial %2 of the random search</source>
        <comment>cell</comment>
        <translation>%1: Trial %2 der Zufallssuche</translation>
    </message>
    <message>
        <source>%1: trial %2</source>
        <comment>cell</comment>
        <translation>%1: Trial %2</translation>
    </message>
    <message>
        <source>%1, failed</source>
        <comment>a training</comment>
        <translation>%1, gescheitert</translation>
    </message>
    <message>
        <source>%1, test accuracy %2</source>
        <comment>a training</comment>
        <translation>%1, Testgenauigkeit %2</translation>
    </message>
    <message>
        <source>%1, value %2</source>
        <comment>a training</comment>
        <translation>%1, Wert %2</translation>
    </message>
</context>
<context>
    <name>PlanProgress</name>
    <message>
        <source>Plan %1: stopping, checkpoints are written</source>
        <translation>Plan %1: hält an, Checkpoints werden geschrieben</translation>
    </message>
    <message numerus="yes">
        <source>Plan %1: %2 of %Ln training(s)</source>
        <translation>
            <numerusform>Plan %1: %2 von %Ln Training</numerusform>
            <numerusform>Plan %1: %2 von %Ln Trainings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanReport</name>
    <message>
        <source>%1 better than %2 by more than %3, %4</source>
        <translation>%1 um mehr als %3 besser als %2, %4</translation>
    </message>
    <message>
        <source>%1 within %3 of %2, %4</source>
        <translation>%1 innerhalb von %3 um %2, %4</translation>
    </message>
    <message>
        <source>%1 above %2, %3</source>
        <translation>%1 über %2, %3</translation>
    </message>
    <message>
        <source>%1 below %2, %3</source>
        <translation>%1 unter %2, %3</translation>
    </message>
    <message>
        <source>supported</source>
        <translation>gestützt</translation>
    </message>
    <message>
        <source>refuted</source>
        <translation>widerlegt</translation>
    </message>
    <message>
        <source>cannot tell</source>
        <translation>unentschieden</translation>
    </message>
    <message>
        <source>no seed has all the runs that it needs</source>
        <translation>kein Seed hat alle Läufe, die es braucht</translation>
    </message>
    <message>
        <source>%1, one seed: no interval</source>
        <comment>estimate</comment>
        <translation>%1, ein Seed: kein Intervall</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n seed(s), p %2 after Holm</source>
        <comment>estimate, p value</comment>
        <translation>
            <numerusform>%1, %n Seed, p %2 nach Holm</numerusform>
            <numerusform>%1, %n Seeds, p %2 nach Holm</numerusform>
        </translation>
    </message>
    <message>
        <source>all</source>
        <comment>cells</comment>
        <translation>alle</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Hypotheses</source>
        <translation>Hypothesen</translation>
    </message>
    <message>
        <source>name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>claim</source>
        <translation>Behauptung</translation>
    </message>
    <message>
        <source>cells</source>
        <translation>Zellen</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>estimate ± 95 %</source>
        <translation>Schätzung ± 95 %</translation>
    </message>
    <message>
        <source>seeds</source>
        <translation>Seeds</translation>
    </message>
    <message>
        <source>p, Holm</source>
        <translation>p, Holm</translation>
    </message>
    <message>
        <source>status</source>
        <translation>Stand</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n gescheitert</numerusform>
            <numerusform>%n gescheitert</numerusform>
        </translation>
    </message>
    <message>
        <source>The same in each cell alone, for the eye: no claim of its own</source>
        <translation>Dasselbe in jeder Zelle allein, für das Auge: keine eigene Behauptung</translation>
    </message>
    <message>
        <source>cell</source>
        <translation>Zelle</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Antwort</translation>
    </message>
    <message>
        <source>The plan states no hypothesis; what follows is what its runs show.</source>
        <translation>Der Plan stellt keine Hypothese auf; es folgt, was seine Läufe zeigen.</translation>
    </message>
    <message numerus="yes">
        <source>Of %n hypothesis(es), written down before the runs:</source>
        <translation>
            <numerusform>Von %n Hypothese, vor den Läufen niedergeschrieben:</numerusform>
            <numerusform>Von %n Hypothesen, vor den Läufen niedergeschrieben:</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 supported, %2 refuted, %3 undecided.</source>
        <translation>%1 gestützt, %2 widerlegt, %3 unentschieden.</translation>
    </message>
    <message>
        <source>The plan has not ended; the answer may change.</source>
        <translation>Der Plan ist nicht zu Ende; die Antwort kann sich ändern.</translation>
    </message>
    <message>
        <source>variant</source>
        <translation>Variante</translation>
    </message>
    <message>
        <source>Test accuracy, %</source>
        <translation>Testgenauigkeit, %</translation>
    </message>
    <message numerus="yes">
        <source>last %n epoch(s)</source>
        <translation>
            <numerusform>letzte Epoche</numerusform>
            <numerusform>letzte %n Epochen</numerusform>
        </translation>
    </message>
    <message>
        <source>last epochs</source>
        <translation>letzte Epochen</translation>
    </message>
    <message>
        <source>last epoch</source>
        <translation>letzte Epoche</translation>
    </message>
    <message>
        <source>best epoch*</source>
        <translation>beste Epoche*</translation>
    </message>
    <message>
        <source>balanced</source>
        <translation>balanciert</translation>
    </message>
    <message>
        <source>Mean over seeds ± Student-t 95 % half-width; one seed has no interval. * The best epoch is chosen by this very figure and is too good by its nature; no verdict uses it.</source>
        <translation>Mittel über Seeds ± halbe Breite des 95-%-Intervalls nach Student; ein Seed hat kein Intervall. * Die beste Epoche ist nach eben dieser Zahl gewählt und darum zu gut; kein Urteil benutzt sie.</translation>
    </message>
    <message>
        <source>By class size, and calibration on test images</source>
        <translation>Nach Klassengröße, und Kalibrierung auf Testbildern</translation>
    </message>
    <message>
        <source>many, %</source>
        <translation>viele, %</translation>
    </message>
    <message>
        <source>medium, %</source>
        <translation>mittlere, %</translation>
    </message>
    <message>
        <source>few, %</source>
        <translation>wenige, %</translation>
    </message>
    <message>
        <source>ECE, %</source>
        <translation>ECE, %</translation>
    </message>
    <message>
        <source>NLL</source>
        <translation>NLL</translation>
    </message>
    <message>
        <source>Many, medium, few: recall in the thirds of the classes with the most, the middle and the fewest training images. ECE: expected calibration error; NLL: negative log-likelihood, in nats. All over the last epochs.</source>
        <translation>Viele, mittlere, wenige: Trefferquote in den Dritteln der Klassen mit den meisten, mittelvielen und wenigsten Trainingsbildern. ECE: erwarteter Kalibrierungsfehler; NLL: negative Log-Likelihood in Nat. Alles über die letzten Epochen.</translation>
    </message>
    <message>
        <source>1 − weight as a score for wrong labels</source>
        <translation>1 − Gewicht als Maß für falsche Labels</translation>
    </message>
    <message>
        <source>AUROC</source>
        <translation>AUROC</translation>
    </message>
    <message>
        <source>AUROC, few</source>
        <translation>AUROC, wenige</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a variant, what its weights do</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>What the weights do</source>
        <translation>Was die Gewichte tun</translation>
    </message>
    <message>
        <source>at least 2 pairs</source>
        <translation>wenigstens 2 Paare</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>how many more seeds it takes</comment>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>Differences and their verdicts</source>
        <translation>Differenzen und ihre Urteile</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>Differenz</translation>
    </message>
    <message>
        <source>pairs</source>
        <translation>Paare</translation>
    </message>
    <message>
        <source>mean ± 95 %</source>
        <translation>Mittel ± 95 %</translation>
    </message>
    <message>
        <source>Hedges&apos; g, 95 %</source>
        <translation>Hedges&apos; g, 95 %</translation>
    </message>
    <message>
        <source>signed rank</source>
        <translation>Vorzeichen-Rang</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>Urteil</translation>
    </message>
    <message>
        <source>seeds missing</source>
        <translation>fehlende Seeds</translation>
    </message>
    <message>
        <source>Test accuracy, in percentage points, paired by seed; AUROC as it is. p: Student&apos;s t; verdict: p after Holm over this table below 0.05; signed rank: Wilcoxon&apos;s, exact. Seeds missing: further ones for 80 % power at the level that Holm leaves the row, if the difference is as large as seen.</source>
        <translation>Testgenauigkeit in Prozentpunkten, nach Seed gepaart; AUROC wie sie ist. p: Students t; Urteil: p nach Holm über diese Tabelle unter 0,05; Vorzeichen-Rang: Wilcoxon, exakt. Fehlende Seeds: weitere für 80 % Trennschärfe auf dem Niveau, das Holm der Zeile lässt, wenn die Differenz so groß ist wie gesehen.</translation>
    </message>
    <message>
        <source>%1 − %2</source>
        <comment>the difference of two variants</comment>
        <translation>%1 − %2</translation>
    </message>
    <message>
        <source>%1: %2 − %3</source>
        <comment>a variant, a metric, the chance level</comment>
        <translation>%1: %2 − %3</translation>
    </message>
    <message numerus="yes">
        <source>%n seed(s) without a pair</source>
        <translation>
            <numerusform>%n Seed ohne Paar</numerusform>
            <numerusform>%n Seeds ohne Paar</numerusform>
        </translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>Zellen</translation>
    </message>
    <message>
        <source>No run of this cell has ended.</source>
        <translation>Kein Lauf dieser Zelle ist zu Ende.</translation>
    </message>
    <message>
        <source>What searched variants were chosen by, and what they are worth, accuracy in %</source>
        <translation>Wonach gesuchte Varianten gewählt wurden und was sie wert sind, Genauigkeit in %</translation>
    </message>
    <message>
        <source>trials</source>
        <translation>Trials</translation>
    </message>
    <message>
        <source>validation that chose it</source>
        <translation>Validierung, die sie wählte</translation>
    </message>
    <message>
        <source>validation, fresh seeds</source>
        <translation>Validierung, frische Seeds</translation>
    </message>
    <message>
        <source>test, fresh seeds</source>
        <translation>Test, frische Seeds</translation>
    </message>
    <message>
        <source>The best of many trials looks too good (the winner&apos;s curse): only the figures with fresh seeds say what it is worth.</source>
        <translation>Das Beste von vielen Trials sieht zu gut aus (Fluch des Siegers): nur die Zahlen mit frischen Seeds sagen, was es wert ist.</translation>
    </message>
    <message>
        <source>Networks found in one cell and trained in another</source>
        <translation>Netze, in einer Zelle gefunden und in einer anderen trainiert</translation>
    </message>
    <message>
        <source>found in</source>
        <translation>gefunden in</translation>
    </message>
    <message>
        <source>trained in</source>
        <translation>trainiert in</translation>
    </message>
    <message>
        <source>difference ± 95 %</source>
        <translation>Differenz ± 95 %</translation>
    </message>
    <message>
        <source>Test accuracy of the foreign network minus that of the cell&apos;s own, in percentage points, paired by seed; verdicts after Holm over the matrix.</source>
        <translation>Testgenauigkeit des fremden Netzes minus der des eigenen der Zelle, in Prozentpunkten, nach Seed gepaart; Urteile nach Holm über die Matrix.</translation>
    </message>
    <message>
        <source>Networks found in one cell are to be trained in others; none of these runs has ended.</source>
        <translation>Netze einer Zelle sollen in anderen trainiert werden; keiner dieser Läufe ist zu Ende.</translation>
    </message>
    <message>
        <source>hatched: undecided   ▲ better   ▼ worse</source>
        <translation>schraffiert: unentschieden   ▲ besser   ▼ schlechter</translation>
    </message>
    <message>
        <source>gain, mean ± 95 %</source>
        <translation>Gewinn, Mittel ± 95 %</translation>
    </message>
    <message>
        <source>gain in %1, mean ± 95 %</source>
        <translation>Gewinn in %1, Mittel ± 95 %</translation>
    </message>
    <message>
        <source>Not run yet</source>
        <translation>Noch nicht gelaufen</translation>
    </message>
    <message>
        <source>variants (seeds)</source>
        <translation>Varianten (Seeds)</translation>
    </message>
    <message>
        <source>Trials: of the searches that variants need. The same plan continues where it stopped.</source>
        <translation>Trials: der Suchen, die Varianten brauchen. Derselbe Plan macht weiter, wo er stehen blieb.</translation>
    </message>
    <message>
        <source>Failed or diverged</source>
        <translation>Gescheitert oder divergiert</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>why</source>
        <translation>warum</translation>
    </message>
    <message>
        <source>They are counted as made and have no figure; differences leave their seeds out.</source>
        <translation>Sie zählen als gemacht und haben keine Zahl; Differenzen lassen ihre Seeds aus.</translation>
    </message>
    <message>
        <source>%1, %2, seed %3: trained with a batch of %4, because a larger one ran out of memory.</source>
        <translation>%1, %2, Seed %3: mit einem Batch von %4 trainiert, weil für einen größeren der Speicher nicht reichte.</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>Was fehlt</translation>
    </message>
    <message>
        <source>Everything that the plan asks for was run.</source>
        <translation>Alles, was der Plan verlangt, ist gelaufen.</translation>
    </message>
    <message>
        <source>No run failed or diverged.</source>
        <translation>Kein Lauf ist gescheitert oder divergiert.</translation>
    </message>
    <message numerus="yes">
        <source>The folder also has %n cell(s) of an earlier version of the plan, which this report leaves out:</source>
        <translation>
            <numerusform>Der Ordner hat auch %n Zelle einer früheren Fassung des Plans, die dieser Bericht auslässt:</numerusform>
            <numerusform>Der Ordner hat auch %n Zellen einer früheren Fassung des Plans, die dieser Bericht auslässt:</numerusform>
        </translation>
    </message>
    <message>
        <source>Versions and machine</source>
        <translation>Versionen und Maschine</translation>
    </message>
    <message>
        <source>trained with</source>
        <translation>trainiert mit</translation>
    </message>
    <message>
        <source>devices</source>
        <translation>Geräte</translation>
    </message>
    <message>
        <source>report made with</source>
        <translation>Bericht erstellt mit</translation>
    </message>
    <message>
        <source>As the runs recorded it; “–” where their folders were not kept.</source>
        <translation>Wie die Läufe es festhielten; „–“, wo ihre Ordner nicht aufbewahrt wurden.</translation>
    </message>
    <message>
        <source>page %1 of %2</source>
        <translation>Seite %1 von %2</translation>
    </message>
    <message>
        <source>difference, percentage points</source>
        <translation>Differenz, Prozentpunkte</translation>
    </message>
    <message>
        <source>value, %</source>
        <translation>Wert, %</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>At %1.</source>
        <translation>Bei %1.</translation>
    </message>
    <message>
        <source>Outlined: the cell with the widest interval of those that are undecided.</source>
        <translation>Umrandet: die Zelle mit dem breitesten Intervall der unentschiedenen.</translation>
    </message>
    <message>
        <source>Mean over seeds with its 95 % interval (number of seeds). Upright bars: the limits that were written down before the runs.</source>
        <translation>Mittel über Seeds mit 95-%-Intervall (Zahl der Seeds). Senkrechte Striche: die Grenzen, die vor den Läufen niedergeschrieben wurden.</translation>
    </message>
    <message>
        <source>test accuracy, %</source>
        <translation>Testgenauigkeit, %</translation>
    </message>
    <message>
        <source>Mean over the last epochs of each run, then over seeds, with its 95 % interval; an open ring is a single seed.</source>
        <translation>Mittel über die letzten Epochen jedes Laufs, dann über Seeds, mit 95-%-Intervall; ein offener Ring ist ein einzelner Seed.</translation>
    </message>
    <message>
        <source>From left to right: %1.</source>
        <translation>Von links nach rechts: %1.</translation>
    </message>
    <message>
        <source>Variants in each cell</source>
        <translation>Varianten in jeder Zelle</translation>
    </message>
    <message>
        <source>Networks found elsewhere</source>
        <translation>Anderswo gefundene Netze</translation>
    </message>
    <message>
        <source>Test accuracy of the network that one cell found, trained in another, minus that of the cell&apos;s own; verdicts after Holm over the matrix. Cells: %1.</source>
        <translation>Testgenauigkeit des Netzes, das eine Zelle fand, in einer anderen trainiert, minus der des eigenen der Zelle; Urteile nach Holm über die Matrix. Zellen: %1.</translation>
    </message>
    <message>
        <source>accuracy, %</source>
        <translation>Genauigkeit, %</translation>
    </message>
    <message>
        <source>What searching promised and what it kept</source>
        <translation>Was die Suche versprach und was sie hielt</translation>
    </message>
    <message>
        <source>The best of many trials looks too good: the validation accuracy by which it was chosen, and what the same network reaches with fresh seeds.</source>
        <translation>Das Beste von vielen Trials sieht zu gut aus: die Validierungsgenauigkeit, nach der es gewählt wurde, und was dasselbe Netz mit frischen Seeds erreicht.</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s)</source>
        <translation>
            <numerusform>%n Zelle</numerusform>
            <numerusform>%n Zellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n variant(s)</source>
        <translation>
            <numerusform>%n Variante</numerusform>
            <numerusform>%n Varianten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them failed</source>
        <translation>
            <numerusform>%n davon gescheitert</numerusform>
            <numerusform>%n davon gescheitert</numerusform>
        </translation>
    </message>
    <message>
        <source>en</source>
        <comment>the language of these words, as a code of two letters</comment>
        <translation>de</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Abbildungen</translation>
    </message>
    <message>
        <source>No noise: every label stays as it came.</source>
        <translation>Kein Rauschen: jedes Label bleibt, wie es war.</translation>
    </message>
    <message>
        <source>Uniform noise: P(j | i) = p/K for j ≠ i and 1 − p + p/K for j = i. A label may be drawn again, so that p(K − 1)/K of the labels are wrong on average.</source>
        <translation>Uniformes Rauschen: P(j | i) = p/K für j ≠ i und 1 − p + p/K für j = i. Ein Label kann wieder gezogen werden, sodass im Mittel p(K − 1)/K der Labels falsch sind.</translation>
    </message>
    <message>
        <source>Symmetric noise: P(j | i) = p/(K − 1) for j ≠ i and 1 − p for j = i.</source>
        <translation>Symmetrisches Rauschen: P(j | i) = p/(K − 1) für j ≠ i und 1 − p für j = i.</translation>
    </message>
    <message>
        <source>Flip noise: P(j | i) = p for one class j ≠ i, drawn by the seed, and 1 − p for j = i.</source>
        <translation>Flip-Rauschen: P(j | i) = p für eine Klasse j ≠ i, die der Seed zieht, und 1 − p für j = i.</translation>
    </message>
    <message>
        <source>Flip noise to two classes: P(j | i) = p/2 for two classes j ≠ i, drawn by the seed, and 1 − p for j = i.</source>
        <translation>Flip-Rauschen zu zwei Klassen: P(j | i) = p/2 für zwei Klassen j ≠ i, die der Seed zieht, und 1 − p für j = i.</translation>
    </message>
    <message>
        <source>Noise between similar pairs of CIFAR-10: with probability p truck becomes automobile, bird airplane, deer horse, and cat and dog are swapped; the other classes keep their labels.</source>
        <translation>Rauschen zwischen ähnlichen Paaren von CIFAR-10: mit Wahrscheinlichkeit p wird truck zu automobile, bird zu airplane, deer zu horse, und cat und dog werden vertauscht; die anderen Klassen behalten ihre Labels.</translation>
    </message>
    <message>
        <source>Noise within superclasses of CIFAR-100: p is spread evenly over the other classes of the same superclass.</source>
        <translation>Rauschen innerhalb der Oberklassen von CIFAR-100: p verteilt sich gleichmäßig auf die anderen Klassen derselben Oberklasse.</translation>
    </message>
    <message>
        <source>Noise by class size: P(j | i) = p n_j/(n − n_i) for j ≠ i and 1 − p for j = i, with n_j the size of class j and n the sum of all.</source>
        <translation>Rauschen nach Klassengröße: P(j | i) = p n_j/(n − n_i) für j ≠ i und 1 − p für j = i, mit n_j der Größe der Klasse j und n der Summe aller.</translation>
    </message>
    <message>
        <source>No imbalance: every image of the training set is kept.</source>
        <translation>Kein Ungleichgewicht: jedes Bild der Trainingsmenge bleibt.</translation>
    </message>
    <message>
        <source>Imbalance comes first, by the true labels; noise is then drawn for the images that are kept.</source>
        <translation>Zuerst kommt das Ungleichgewicht, nach den wahren Labels; dann wird das Rauschen für die behaltenen Bilder gezogen.</translation>
    </message>
    <message>
        <source>Noise comes first; imbalance is then made by the observed labels.</source>
        <translation>Zuerst kommt das Rauschen; dann wird nach den beobachteten Labels das Ungleichgewicht hergestellt.</translation>
    </message>
    <message>
        <source>Meta and validation images are taken out of the training images first, the same number of each class, with the labels they came with; the test images stay as they are.</source>
        <translation>Meta- und Validierungsbilder werden zuerst aus den Trainingsbildern genommen, von jeder Klasse gleich viele, mit den Labels, die sie hatten; die Testbilder bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>A seed draws splits, noise, class order, initial weights and the order of batches; every variant of a cell has the same seeds, so that differences are paired.</source>
        <translation>Ein Seed zieht Aufteilung, Rauschen, Reihenfolge der Klassen, Anfangsgewichte und Reihenfolge der Batches; jede Variante einer Zelle hat dieselben Seeds, sodass Differenzen gepaart sind.</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>a range of numbers</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Data of each cell</source>
        <translation>Daten jeder Zelle</translation>
    </message>
    <message>
        <source>fingerprint</source>
        <translation>Fingerabdruck</translation>
    </message>
    <message>
        <source>of the settings</source>
        <translation>der Einstellungen</translation>
    </message>
    <message>
        <source>what was changed, as the seed of the cell&apos;s study draws it</source>
        <translation>was geändert wurde, wie es der Seed der Studie der Zelle zieht</translation>
    </message>
    <message>
        <source>The fingerprint names the images, their labels and everything the recipe decided: the same code means the same data on any machine. Runs with fresh seeds draw noise and splits anew. “Of the settings”: a hash of all settings that decide a result.</source>
        <translation>Der Fingerabdruck benennt die Bilder, ihre Labels und alles, was das Rezept entschied: derselbe Code heißt dieselben Daten auf jeder Maschine. Läufe mit frischen Seeds ziehen Rauschen und Aufteilung neu. „Der Einstellungen“: ein Hash aller Einstellungen, die ein Ergebnis entscheiden.</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>Varianten</translation>
    </message>
    <message>
        <source>what it is</source>
        <translation>was sie ist</translation>
    </message>
    <message>
        <source>own settings</source>
        <translation>eigene Einstellungen</translation>
    </message>
    <message>
        <source>the settings of the cell</source>
        <translation>die Einstellungen der Zelle</translation>
    </message>
    <message>
        <source>from %1</source>
        <comment>the variant that another one is made from</comment>
        <translation>aus %1</translation>
    </message>
    <message>
        <source>setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>flag</source>
        <translation>Option</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>Data: %1. Seeds of each cell: %2.</source>
        <translation>Daten: %1. Seeds jeder Zelle: %2.</translation>
    </message>
    <message>
        <source>Settings that differ from the defaults, or between cells</source>
        <translation>Einstellungen, die vom Standard abweichen oder sich zwischen Zellen unterscheiden</translation>
    </message>
    <message>
        <source>Every setting has its default.</source>
        <translation>Jede Einstellung hat ihren Standard.</translation>
    </message>
    <message>
        <source>Appendix: every setting</source>
        <translation>Anhang: alle Einstellungen</translation>
    </message>
    <message>
        <source>“–”: without effect in this plan. Folders and files of a machine are left out.</source>
        <translation>„–“: ohne Wirkung in diesem Plan. Ordner und Dateien einer Maschine sind ausgelassen.</translation>
    </message>
    <message>
        <source>percentage points</source>
        <translation>Prozentpunkte</translation>
    </message>
    <message>
        <source>the only cell</source>
        <translation>die einzige Zelle</translation>
    </message>
    <message>
        <source>%1 (= %2)</source>
        <comment>two variants that are one training</comment>
        <translation>%1 (= %2)</translation>
    </message>
    <message>
        <source>the same</source>
        <comment>two variants that are one training</comment>
        <translation>dasselbe</translation>
    </message>
    <message>
        <source>Gain of %1 over %2 in %3, paired by seed. Verdicts are adjusted by Holm over the map, those of a cell&apos;s table over that table, so they may differ.</source>
        <translation>Gewinn von %1 gegen %2 in %3, nach Seed gepaart. Urteile sind nach Holm über die Karte angepasst, die der Tabelle einer Zelle über diese Tabelle; sie können also verschieden sein.</translation>
    </message>
    <message>
        <source>Blank: the plan has no such cell. Dash: no pair yet.</source>
        <translation>Leer: der Plan hat keine solche Zelle. Strich: noch kein Paar.</translation>
    </message>
    <message>
        <source>%1: %2; %3</source>
        <comment>a variant, what its weights do to wrong labels, and about rare classes too</comment>
        <translation>%1: %2; %3</translation>
    </message>
    <message>
        <source>What decides the weights</source>
        <translation>Was die Gewichte bestimmt</translation>
    </message>
    <message>
        <source>wrongness, %</source>
        <translation>Falschheit, %</translation>
    </message>
    <message>
        <source>change, %</source>
        <translation>Änderung, %</translation>
    </message>
    <message>
        <source>class size, %</source>
        <translation>Klassengröße, %</translation>
    </message>
    <message>
        <source>both together, %</source>
        <translation>beides zusammen, %</translation>
    </message>
    <message>
        <source>AUROC, many</source>
        <translation>AUROC, viele</translation>
    </message>
    <message>
        <source>AUROC, medium</source>
        <translation>AUROC, mittlere</translation>
    </message>
    <message>
        <source>Mean weights</source>
        <translation>Mittlere Gewichte</translation>
    </message>
    <message>
        <source>right, many</source>
        <translation>richtig, viele</translation>
    </message>
    <message>
        <source>other, many</source>
        <translation>andere, viele</translation>
    </message>
    <message>
        <source>right, medium</source>
        <translation>richtig, mittlere</translation>
    </message>
    <message>
        <source>other, medium</source>
        <translation>andere, mittlere</translation>
    </message>
    <message>
        <source>right, few</source>
        <translation>richtig, wenige</translation>
    </message>
    <message>
        <source>other, few</source>
        <translation>andere, wenige</translation>
    </message>
    <message>
        <source>wrong, many</source>
        <translation>falsch, viele</translation>
    </message>
    <message>
        <source>changed, many</source>
        <translation>geändert, viele</translation>
    </message>
    <message>
        <source>wrong, medium</source>
        <translation>falsch, mittlere</translation>
    </message>
    <message>
        <source>changed, medium</source>
        <translation>geändert, mittlere</translation>
    </message>
    <message>
        <source>wrong, few</source>
        <translation>falsch, wenige</translation>
    </message>
    <message>
        <source>changed, few</source>
        <translation>geändert, wenige</translation>
    </message>
    <message>
        <source>“searched@” and a cell: the network that the search of that cell found. Cells: %1.</source>
        <translation>„searched@“ und eine Zelle: das Netz, das die Suche dieser Zelle fand. Zellen: %1.</translation>
    </message>
    <message>
        <source>Cells: %1.</source>
        <translation>Zellen: %1.</translation>
    </message>
    <message>
        <source>Each seed is averaged over the cells first, without those that only some of the cells have; seeds are tested by Student&apos;s t, two-sided, against the margin or the limit, “within” by two one-sided tests. A status needs p after Holm over this table below 0.05. The p of “within” is twice the larger of the two one-sided ones, since it may be refuted too. Estimates are in the direction of the claim: of losses and calibration errors, of which less is better, they say by how much the first variant is lower. Runs: made of those planned. Differences of shares are in percentage points.</source>
        <translation>Jeder Seed wird zuerst über die Zellen gemittelt, ohne jene Seeds, die nur einige der Zellen haben; Seeds werden mit Students t zweiseitig gegen den Abstand oder die Grenze getestet, „innerhalb“ mit zwei einseitigen Tests. Ein Status braucht ein p nach Holm über diese Tabelle unter 0,05. Das p von „innerhalb“ ist das Doppelte des größeren der beiden einseitigen, da auch eine Widerlegung möglich ist. Schätzungen haben die Richtung der Behauptung: bei Verlusten und Kalibrierungsfehlern, von denen weniger besser ist, sagen sie, um wie viel die erste Variante niedriger ist. Läufe: gemachte von geplanten. Differenzen von Anteilen in Prozentpunkten.</translation>
    </message>
    <message>
        <source>1 − weight as a score for changed labels</source>
        <translation>1 − Gewicht als Maß für geänderte Labels</translation>
    </message>
    <message>
        <source>Cells that cannot be used</source>
        <translation>Zellen, die nicht verwendbar sind</translation>
    </message>
    <message>
        <source>Nothing of them is in this report; hypotheses that are about them lack their runs.</source>
        <translation>Nichts von ihnen steht in diesem Bericht; Hypothesen über sie fehlen ihre Läufe.</translation>
    </message>
    <message>
        <source>With a pseudo meta set only validation images are taken out. Each training chooses its meta set itself: of each observed class the training images of lowest loss after a warm-up by cross entropy. Nobody has checked their labels.</source>
        <translation>Mit einer Pseudo-Metamenge werden nur Validierungsbilder herausgenommen. Jedes Training wählt seine Metamenge selbst: von jeder beobachteten Klasse die Trainingsbilder mit dem kleinsten Loss nach einem Aufwärmen mit Kreuzentropie. Niemand hat ihre Labels geprüft.</translation>
    </message>
    <message>
        <source>Exponential imbalance: n_c = ⌊n_max · IF^(−c/(K − 1))⌋ images of the class of rank c = 0, …, K − 1, with IF the imbalance factor.</source>
        <translation>Exponentielles Ungleichgewicht: n_c = ⌊n_max · IF^(−c/(K − 1))⌋ Bilder der Klasse vom Rang c = 0, …, K − 1, mit IF als Ungleichgewichtsfaktor.</translation>
    </message>
    <message>
        <source>Step imbalance: the first half of the classes keep n_max images, the others ⌊n_max/IF⌋, with IF the imbalance factor.</source>
        <translation>Stufen-Ungleichgewicht: die erste Hälfte der Klassen behält n_max Bilder, die anderen ⌊n_max/IF⌋, mit IF als Ungleichgewichtsfaktor.</translation>
    </message>
    <message>
        <source>Shares of the variance of the weights&apos; logits (of the logarithms of weights beyond 1) by whether a label is wrong, by the size of its class, and by their interaction. Over the last epochs.</source>
        <translation>Anteile an der Varianz der Logits der Gewichte (bei Gewichten über 1 ihrer Logarithmen): ob ein Label falsch ist, wie groß seine Klasse ist, und die Wechselwirkung. Über die letzten Epochen.</translation>
    </message>
    <message>
        <source>Shares of the variance of the weights&apos; logits (of the logarithms of weights beyond 1) by whether a label was changed, by the size of its class, and by their interaction. Over the last epochs.</source>
        <translation>Anteile an der Varianz der Logits der Gewichte (bei Gewichten über 1 ihrer Logarithmen): ob ein Label geändert wurde, wie groß seine Klasse ist, und die Wechselwirkung. Über die letzten Epochen.</translation>
    </message>
    <message>
        <source>Average precision of that score</source>
        <translation>Mittlere Präzision dieses Maßes</translation>
    </message>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>many</source>
        <translation>viele</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>mittlere</translation>
    </message>
    <message>
        <source>few</source>
        <translation>wenige</translation>
    </message>
    <message>
        <source>A score that knows nothing has an AUROC of 0.5, and as its average precision the share of wrong labels. Many, medium, few: within classes of one size. Over the last epochs.</source>
        <translation>Ein Maß, das nichts weiß, hat eine AUROC von 0,5 und als mittlere Präzision den Anteil der falschen Labels. Viele, mittlere, wenige: innerhalb von Klassen einer Größe. Über die letzten Epochen.</translation>
    </message>
    <message>
        <source>A score that knows nothing has an AUROC of 0.5, and as its average precision the share of changed labels. Many, medium, few: within classes of one size. Over the last epochs.</source>
        <translation>Ein Maß, das nichts weiß, hat eine AUROC von 0,5 und als mittlere Präzision den Anteil der geänderten Labels. Viele, mittlere, wenige: innerhalb von Klassen einer Größe. Über die letzten Epochen.</translation>
    </message>
    <message numerus="yes">
        <source>no value in %1 of %n cell(s)</source>
        <translation>
            <numerusform>kein Wert in %1 von %n Zelle</numerusform>
            <numerusform>kein Wert in %1 von %n Zellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>not the same classes of this size in %1 of %n cell(s)</source>
        <translation>
            <numerusform>in %1 von %n Zelle nicht dieselben Klassen dieser Größe</numerusform>
            <numerusform>in %1 von %n Zellen nicht dieselben Klassen dieser Größe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n run(s) are made.</source>
        <translation>
            <numerusform>%1 von %n Lauf ist gemacht.</numerusform>
            <numerusform>%1 von %n Läufen sind gemacht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln run(s)</source>
        <comment>trainings that have ended, of those planned</comment>
        <translation>
            <numerusform>%1 von %Ln Lauf</numerusform>
            <numerusform>%1 von %Ln Läufen</numerusform>
        </translation>
    </message>
    <message>
        <source>Where the labels of some images have been checked, meta and validation images are taken out of these images alone, the same number of each class, with the checked labels; all others are trained on, and the test images stay as they are.</source>
        <translation>Wo die Labels einiger Bilder geprüft sind, werden Meta- und Validierungsbilder allein aus diesen Bildern entnommen, gleich viele je Klasse und mit den geprüften Labels; mit allen übrigen wird trainiert, und die Testbilder bleiben, wie sie sind.</translation>
    </message>
</context>
<context>
    <name>PlanText</name>
    <message>
        <source>%1 ± %2</source>
        <comment>difference, half-width</comment>
        <translation>%1 ± %2</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 Punkte</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>percent</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 − %2 &gt; %3, %4</source>
        <comment>variant, variant, margin, metric</comment>
        <translation>%1 − %2 &gt; %3, %4</translation>
    </message>
    <message>
        <source>|%1 − %2| &lt; %3, %4</source>
        <comment>variant, variant, margin, metric</comment>
        <translation>|%1 − %2| &lt; %3, %4</translation>
    </message>
    <message>
        <source>%1 &gt; %2, %3</source>
        <comment>variant, limit, metric</comment>
        <translation>%1 &gt; %2, %3</translation>
    </message>
    <message>
        <source>%1 &lt; %2, %3</source>
        <comment>variant, limit, metric</comment>
        <translation>%1 &lt; %2, %3</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 h</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 Tage</translation>
    </message>
</context>
<context>
    <name>QueryFields</name>
    <message>
        <source>Nodes of any of the hidden layers</source>
        <translation>Knoten irgendeiner verdeckten Schicht</translation>
    </message>
</context>
<context>
    <name>RecentStudies</name>
    <message>
        <source>today %1</source>
        <translation>heute %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>gestern %1</translation>
    </message>
    <message>
        <source>plan</source>
        <translation>Plan</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n trial(s)</source>
        <translation>
            <numerusform>%1 von %n Trial</numerusform>
            <numerusform>%1 von %n Trials</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n trial(s)</source>
        <translation>
            <numerusform>%n Trial</numerusform>
            <numerusform>%n Trials</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, running</source>
        <translation>%1, läuft</translation>
    </message>
    <message>
        <source>%1, interrupted</source>
        <translation>%1, unterbrochen</translation>
    </message>
    <message>
        <source>best %1</source>
        <translation>bester %1</translation>
    </message>
    <message numerus="yes">
        <source>%n variant(s) compared</source>
        <translation>
            <numerusform>%n Variante verglichen</numerusform>
            <numerusform>%n Varianten verglichen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>comparison: %1 of %n training(s)</source>
        <translation>
            <numerusform>Vergleich: %1 von %n Training</numerusform>
            <numerusform>Vergleich: %1 von %n Trainings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecipeWords</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Requested IF %1, observed %2 · requested noise %3, actual %4 · %5 training images</source>
        <translation>IF verlangt %1, beobachtet %2 · Rauschen verlangt %3, tatsächlich %4 · %5 Trainingsbilder</translation>
    </message>
    <message>
        <source>What the recipe does to the classes is shown here once the data set is read.</source>
        <translation>Was das Rezept mit den Klassen macht, steht hier, sobald der Datensatz gelesen ist.</translation>
    </message>
    <message>
        <source>Requested IF %1, observed %2 · labels from a file, share of wrong ones %3 · %4 training images</source>
        <translation>IF verlangt %1, beobachtet %2 · Labels aus einer Datei, Anteil der falschen %3 · %4 Trainingsbilder</translation>
    </message>
    <message>
        <source>The data set is not here yet; Recipe says how to get it.</source>
        <translation>Der Datensatz ist noch nicht da; unter Rezept steht, wie man ihn bekommt.</translation>
    </message>
    <message>
        <source>Imbalance, then noise: classes are subsampled by true label (true factor %1); noise then moves images of large classes into small ones, so the observed classes look more balanced (%2) and small ones get many wrong labels.</source>
        <translation>Erst Ungleichgewicht, dann Rauschen: Klassen werden nach wahrem Label ausgedünnt (wahrer Faktor %1); das Rauschen schiebt dann Bilder großer Klassen in kleine, darum sehen die beobachteten Klassen ausgewogener aus (%2) und kleine haben viele falsche Labels.</translation>
    </message>
    <message>
        <source>Noise, then imbalance: classes are subsampled by observed label (observed factor %1), so each keeps its share of right labels, and the true classes are more balanced (%2) than the observed ones.</source>
        <translation>Erst Rauschen, dann Ungleichgewicht: Klassen werden nach beobachtetem Label ausgedünnt (beobachteter Faktor %1), darum behält jede ihren Anteil richtiger Labels, und die wahren Klassen sind ausgewogener (%2) als die beobachteten.</translation>
    </message>
    <message>
        <source>Requested IF %1, observed %2 · labels from a file, share of changed ones %3 · %4 training images</source>
        <translation>IF verlangt %1, beobachtet %2 · Labels aus einer Datei, Anteil der geänderten %3 · %4 Trainingsbilder</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) of %1 remain, but no image is labelled %1 any more.</source>
        <translation>
            <numerusform>%n Bild von %1 bleibt, aber kein Bild trägt mehr das Label %1.</numerusform>
            <numerusform>%n Bilder von %1 bleiben, aber kein Bild trägt mehr das Label %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, one of the smallest classes,</source>
        <translation>%1, eine der kleinsten Klassen,</translation>
    </message>
    <message>
        <source>%1, the smallest class,</source>
        <translation>%1, die kleinste Klasse,</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) that came as %1 remain, %2 with that label; labelled %1 too, of those that came as others: %3. So %4 of its labels are those that the images came with.</source>
        <translation>
            <numerusform>%n Bild, das als %1 kam, bleibt, mit diesem Label %2; auch als %1 gelabelt, von anders gekommenen: %3. So sind %4 dieser Labels die, mit denen die Bilder kamen.</numerusform>
            <numerusform>%n Bilder, die als %1 kamen, bleiben, mit diesem Label %2; auch als %1 gelabelt, von anders gekommenen: %3. So sind %4 dieser Labels die, mit denen die Bilder kamen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) of %1 remain, %2 labelled right; labelled %1 too, of other classes: %3. So only %4 of these labels are right.</source>
        <translation>
            <numerusform>%n Bild von %1 bleibt, richtig gelabelt %2; auch als %1 gelabelt, aus anderen Klassen: %3. So sind nur %4 dieser Labels richtig.</numerusform>
            <numerusform>%n Bilder von %1 bleiben, richtig gelabelt %2; auch als %1 gelabelt, aus anderen Klassen: %3. So sind nur %4 dieser Labels richtig.</numerusform>
        </translation>
    </message>
    <message>
        <source>The recipe cannot be carried out; Recipe says why.</source>
        <translation>Das Rezept lässt sich nicht ausführen; warum, steht unter „Rezept“.</translation>
    </message>
    <message>
        <source>The data set cannot be read; Recipe says why.</source>
        <translation>Der Datensatz lässt sich nicht lesen; warum, steht unter „Rezept“.</translation>
    </message>
    <message numerus="yes">
        <source>%1: true class size %2; %Ln image(s) have this label, %3 right and %4 wrong (purity %5)</source>
        <translation>
            <numerusform>%1: wahre Klassengröße %2; %Ln Bild hat dieses Label, %3 richtig und %4 falsch (Reinheit %5)</numerusform>
            <numerusform>%1: wahre Klassengröße %2; %Ln Bilder haben dieses Label, %3 richtig und %4 falsch (Reinheit %5)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 keeps %n of its %2 image(s) to train on, with the labels that they came with.</source>
        <translation>
            <numerusform>%1 behält %n von %2 Bildern zum Trainieren, mit dem Label, mit dem es kam.</numerusform>
            <numerusform>%1 behält %n von %2 Bildern zum Trainieren, mit den Labels, mit denen sie kamen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 keeps %n of its %2 image(s) to train on; every label is right.</source>
        <translation>
            <numerusform>%1 behält %n von %2 Bildern zum Trainieren; jedes Label ist richtig.</numerusform>
            <numerusform>%1 behält %n von %2 Bildern zum Trainieren; jedes Label ist richtig.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln image(s) trained on came with this label; %2 have it now, %3 of them from the start and %4 by a change</source>
        <translation>
            <numerusform>%1: %Ln trainiertes Bild kam mit diesem Label; %2 haben es jetzt, %3 davon von Anfang an und %4 durch eine Änderung</numerusform>
            <numerusform>%1: %Ln trainierte Bilder kamen mit diesem Label; %2 haben es jetzt, %3 davon von Anfang an und %4 durch eine Änderung</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · IF %2 of all training images, before any are taken out</source>
        <translation>%1 · IF %2 aller Trainingsbilder, bevor welche herausgenommen werden</translation>
    </message>
</context>
<context>
    <name>RunLog</name>
    <message>
        <source>%1: %2</source>
        <comment>a study, and what happened</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>RunProgress</name>
    <message>
        <source>Comparison: %1, seed %2</source>
        <translation>Vergleich: %1, Seed %2</translation>
    </message>
    <message>
        <source>Trial %1 of %2</source>
        <translation>Trial %1 von %2</translation>
    </message>
    <message>
        <source>Preparing: reading the data, opening the engine</source>
        <translation>Wird vorbereitet: Daten werden gelesen, die Engine geöffnet</translation>
    </message>
    <message>
        <source>Pausing: the step is finished and a checkpoint written</source>
        <translation>Hält an: der Schritt wird beendet und ein Checkpoint geschrieben</translation>
    </message>
    <message>
        <source>Stopping: a checkpoint is written</source>
        <translation>Bricht ab: ein Checkpoint wird geschrieben</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message numerus="yes">
        <source>%n trial(s)</source>
        <translation>
            <numerusform>%n Trial</numerusform>
            <numerusform>%n Trials</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, another process is adding to them</source>
        <translation>%1, ein anderer Prozess fügt hinzu</translation>
    </message>
    <message>
        <source>%1 · best %2, trial %3</source>
        <translation>%1 · bester %2, Trial %3</translation>
    </message>
    <message>
        <source>epoch %1 of %2</source>
        <translation>Epoche %1 von %2</translation>
    </message>
    <message>
        <source>%1 steps/s</source>
        <translation>%1 Schritte/s</translation>
    </message>
    <message>
        <source>ends %1</source>
        <translation>endet %1</translation>
    </message>
    <message>
        <source>comparison ends %1</source>
        <translation>Vergleich endet %1</translation>
    </message>
    <message>
        <source>study ends %1</source>
        <translation>Studie endet %1</translation>
    </message>
    <message>
        <source>training ends %1</source>
        <translation>Training endet %1</translation>
    </message>
    <message>
        <source>trial ends %1</source>
        <translation>Trial endet %1</translation>
    </message>
    <message numerus="yes">
        <source>Comparison: %1 of %Ln training(s) · %2, seed %3</source>
        <translation>
            <numerusform>Vergleich: %1 von %Ln Training · %2, Seed %3</numerusform>
            <numerusform>Vergleich: %1 von %Ln Trainings · %2, Seed %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paused, %1 of %Ln trial(s) done</source>
        <translation>
            <numerusform>Angehalten, %1 von %Ln Trial fertig</numerusform>
            <numerusform>Angehalten, %1 von %Ln Trials fertig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Running, %1 of %Ln trial(s) done</source>
        <translation>
            <numerusform>Läuft, %1 von %Ln Trial fertig</numerusform>
            <numerusform>Läuft, %1 von %Ln Trials fertig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Comparison paused, %1 of %Ln training(s) done</source>
        <translation>
            <numerusform>Vergleich angehalten, %1 von %Ln Training fertig</numerusform>
            <numerusform>Vergleich angehalten, %1 von %Ln Trainings fertig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Comparison, %1 of %Ln training(s) done</source>
        <translation>
            <numerusform>Vergleich, %1 von %Ln Training fertig</numerusform>
            <numerusform>Vergleich, %1 von %Ln Trainings fertig</numerusform>
        </translation>
    </message>
    <message>
        <source>Comparison paused</source>
        <translation>Vergleich angehalten</translation>
    </message>
    <message>
        <source>Comparison begins</source>
        <translation>Vergleich beginnt</translation>
    </message>
    <message>
        <source>search ends %1</source>
        <translation>Suche endet %1</translation>
    </message>
    <message numerus="yes">
        <source>then a comparison of up to %Ln training(s)</source>
        <translation>
            <numerusform>danach ein Vergleich aus bis zu %Ln Training</numerusform>
            <numerusform>danach ein Vergleich aus bis zu %Ln Trainings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeedRows</name>
    <message>
        <source>trial %1</source>
        <translation>Trial %1</translation>
    </message>
    <message>
        <source>%1, pruned</source>
        <translation>%1, gestutzt</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <comment>trial, input, hidden layers</comment>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>validation accuracy</source>
        <translation>Validierungsgenauigkeit</translation>
    </message>
    <message>
        <source>objective</source>
        <translation>Zielwert</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a variant and its network</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>MLP</source>
        <translation>MLP</translation>
    </message>
    <message>
        <source>Four hidden layers of 256 and 128 nodes: the fastest, for small grey images.</source>
        <translation>Vier verborgene Schichten mit 256 und 128 Knoten: das schnellste, für kleine graue Bilder.</translation>
    </message>
    <message>
        <source>small CNN</source>
        <translation>kleines CNN</translation>
    </message>
    <message>
        <source>Four convolutions of 16 to 64 channels: trials in seconds.</source>
        <translation>Vier Faltungen mit 16 bis 64 Kanälen: Trials in Sekunden.</translation>
    </message>
    <message>
        <source>Three stages of five residual blocks, 0.46 million parameters: the network of most papers on CIFAR.</source>
        <translation>Drei Stufen zu je fünf Residualblöcken, 0,46 Millionen Parameter: das Netz der meisten Arbeiten zu CIFAR.</translation>
    </message>
    <message>
        <source>A wide residual network of 36.5 million parameters, for a GPU.</source>
        <translation>Ein breites Residualnetz mit 36,5 Millionen Parametern, für eine GPU.</translation>
    </message>
    <message>
        <source>Study folder</source>
        <translation>Studienordner</translation>
    </message>
    <message>
        <source>Where the study and its trainings are kept. Empty: a new folder named after the recipe.</source>
        <translation>Wo die Studie und ihre Trainings liegen. Leer: ein neuer Ordner, nach dem Rezept benannt.</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>Datenordner</translation>
    </message>
    <message>
        <source>Where the data set lies. Empty: where it was downloaded to, then where the system installs it.</source>
        <translation>Wo der Datensatz liegt. Leer: wohin er geladen wurde, sonst wo das System ihn ablegt.</translation>
    </message>
    <message>
        <source>Image size</source>
        <translation>Bildgröße</translation>
    </message>
    <message>
        <source>Side in pixels to which the folder&apos;s images are resized.</source>
        <translation>Seite in Pixeln, auf die Bilder des Ordners gebracht werden.</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Rauschen</translation>
    </message>
    <message>
        <source>How a wrong label is chosen.</source>
        <translation>Wie ein falsches Label gewählt wird.</translation>
    </message>
    <message>
        <source>Noise rate</source>
        <translation>Rauschrate</translation>
    </message>
    <message>
        <source>Chance that a label is drawn anew. Uniform noise may draw the same label again, so fewer are wrong.</source>
        <translation>Wahrscheinlichkeit, dass ein Label neu gezogen wird. Gleichverteiltes Rauschen kann dasselbe Label wieder ziehen, also sind weniger falsch.</translation>
    </message>
    <message>
        <source>Imbalance</source>
        <translation>Ungleichgewicht</translation>
    </message>
    <message>
        <source>How class sizes fall from the largest to the smallest.</source>
        <translation>Wie die Klassengrößen von der größten zur kleinsten fallen.</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>Which labels are imbalanced: the true ones (imbalance first) or the observed ones (noise first).</source>
        <translation>Welche Labels unausgewogen sind: die wahren (Ungleichgewicht zuerst) oder die beobachteten (Rauschen zuerst).</translation>
    </message>
    <message>
        <source>Class order</source>
        <translation>Folge der Klassen</translation>
    </message>
    <message>
        <source>Which classes are large: the first ones, or an order drawn from the seed.</source>
        <translation>Welche Klassen groß sind: die ersten, oder eine aus dem Seed gezogene Folge.</translation>
    </message>
    <message>
        <source>as given</source>
        <translation>wie gegeben</translation>
    </message>
    <message>
        <source>drawn from the seed</source>
        <translation>aus dem Seed gezogen</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Seed of the splits, the class order and the noise. The same seed gives the same labels on any machine.</source>
        <translation>Seed der Aufteilungen, der Klassenfolge und des Rauschens. Gleicher Seed, gleiche Labels auf jeder Maschine.</translation>
    </message>
    <message>
        <source>Train limit</source>
        <translation>Obergrenze Training</translation>
    </message>
    <message>
        <source>At most this many images before imbalance, the same number of each class. 0: all of them.</source>
        <translation>Höchstens so viele Bilder vor dem Ungleichgewicht, von jeder Klasse gleich viele. 0: alle.</translation>
    </message>
    <message>
        <source>folder of images</source>
        <translation>Ordner mit Bildern</translation>
    </message>
    <message>
        <source>Your own PNG or JPEG images, one folder per class.</source>
        <translation>Eigene PNG- oder JPEG-Bilder, ein Ordner je Klasse.</translation>
    </message>
    <message>
        <source>synthetic</source>
        <translation>synthetisch</translation>
    </message>
    <message>
        <source>Small patterns that need no files and are learned in seconds.</source>
        <translation>Kleine Muster, die keine Dateien brauchen und in Sekunden gelernt sind.</translation>
    </message>
    <message>
        <source>Easy samples at first</source>
        <translation>Leichte Beispiele am Anfang</translation>
    </message>
    <message>
        <source>Share of the samples whose loss is below the threshold in the second epoch; it grows to 1.</source>
        <translation>Anteil der Beispiele, deren Verlust in der zweiten Epoche unter der Schwelle liegt; er wächst auf 1.</translation>
    </message>
    <message>
        <source>Pace of the threshold</source>
        <translation>Tempo der Schwelle</translation>
    </message>
    <message>
        <source>Part of the epochs in which that share grows to 1.</source>
        <translation>Teil der Epochen, in dem dieser Anteil auf 1 wächst.</translation>
    </message>
    <message>
        <source>cross entropy</source>
        <translation>Kreuzentropie</translation>
    </message>
    <message>
        <source>-log p of the observed label, p being the classifier&apos;s probability of it.</source>
        <translation>-log p des beobachteten Labels; p ist dessen Wahrscheinlichkeit nach dem Klassifikator.</translation>
    </message>
    <message>
        <source>focal loss</source>
        <translation>Focal Loss</translation>
    </message>
    <message>
        <source>Cross entropy times (1 - p)^gamma: samples that are learned already count less.</source>
        <translation>Kreuzentropie mal (1 - p)^gamma: Beispiele, die schon gelernt sind, zählen weniger.</translation>
    </message>
    <message>
        <source>Gamma of the focal loss</source>
        <translation>Gamma des Focal Loss</translation>
    </message>
    <message>
        <source>How much less a sample counts that is learned already; 0: cross entropy.</source>
        <translation>Wie viel weniger ein Beispiel zählt, das schon gelernt ist; 0: Kreuzentropie.</translation>
    </message>
    <message>
        <source>focal loss by sample (FLSD-53)</source>
        <translation>Focal Loss je Beispiel (FLSD-53)</translation>
    </message>
    <message>
        <source>Focal loss with gamma 5 where p is below 0.2, else 3.</source>
        <translation>Focal Loss mit Gamma 5, wo p unter 0,2 liegt, sonst 3.</translation>
    </message>
    <message>
        <source>dual focal loss</source>
        <translation>Dual Focal Loss</translation>
    </message>
    <message>
        <source>Focal loss of p and of the largest probability below it: it widens the gap between the two.</source>
        <translation>Focal Loss von p und der größten Wahrscheinlichkeit darunter: Er vergrößert den Abstand der beiden.</translation>
    </message>
    <message>
        <source>Gamma of the dual focal loss</source>
        <translation>Gamma des Dual Focal Loss</translation>
    </message>
    <message>
        <source>quality focal loss</source>
        <translation>Quality Focal Loss</translation>
    </message>
    <message>
        <source>Focal loss of a sigmoid for each class, summed over the classes.</source>
        <translation>Focal Loss eines Sigmoids je Klasse, über die Klassen summiert.</translation>
    </message>
    <message>
        <source>Beta of the quality focal loss</source>
        <translation>Beta des Quality Focal Loss</translation>
    </message>
    <message>
        <source>How much less a class counts that is learned already; 0: binary cross entropy of each class.</source>
        <translation>Wie viel weniger eine Klasse zählt, die schon gelernt ist; 0: binäre Kreuzentropie jeder Klasse.</translation>
    </message>
    <message>
        <source>generalised cross entropy</source>
        <translation>verallgemeinerte Kreuzentropie</translation>
    </message>
    <message>
        <source>(1 - p^q) / q: between cross entropy and the mean absolute error, which label noise misleads less.</source>
        <translation>(1 - p^q) / q: zwischen Kreuzentropie und mittlerem absolutem Fehler, den Labelrauschen weniger in die Irre führt.</translation>
    </message>
    <message>
        <source>q of the generalised cross entropy</source>
        <translation>q der verallgemeinerten Kreuzentropie</translation>
    </message>
    <message>
        <source>0: cross entropy; 1: half the mean absolute error, which label noise misleads least.</source>
        <translation>0: Kreuzentropie; 1: der halbe mittlere absolute Fehler, den Labelrauschen am wenigsten in die Irre führt.</translation>
    </message>
    <message>
        <source>truncated generalised cross entropy</source>
        <translation>abgeschnittene verallgemeinerte Kreuzentropie</translation>
    </message>
    <message>
        <source>Generalised cross entropy, constant where p is at most k: samples whose label is not believed do not train.</source>
        <translation>Verallgemeinerte Kreuzentropie, konstant, wo p höchstens k ist: Beispiele, deren Label nicht geglaubt wird, trainieren nicht.</translation>
    </message>
    <message>
        <source>q of the truncated cross entropy</source>
        <translation>q der abgeschnittenen Kreuzentropie</translation>
    </message>
    <message>
        <source>Threshold k of the truncated cross entropy</source>
        <translation>Schwelle k der abgeschnittenen Kreuzentropie</translation>
    </message>
    <message>
        <source>A sample whose label has at most this probability does not train; 0: all train.</source>
        <translation>Ein Beispiel, dessen Label höchstens diese Wahrscheinlichkeit hat, trainiert nicht; 0: alle trainieren.</translation>
    </message>
    <message>
        <source>Truncate from this share of the run</source>
        <translation>Abschneiden ab diesem Anteil des Laufs</translation>
    </message>
    <message>
        <source>Until then every sample trains; a new classifier believes no label. 0: from the first epoch.</source>
        <translation>Bis dahin trainiert jedes Beispiel; ein neuer Klassifikator glaubt keinem Label. 0: ab der ersten Epoche.</translation>
    </message>
    <message>
        <source>label-distribution-aware margins (LDAM)</source>
        <translation>Abstände nach Labelverteilung (LDAM)</translation>
    </message>
    <message>
        <source>Cross entropy with a margin for the observed label: the rarer the label, the wider.</source>
        <translation>Kreuzentropie mit einem Abstand für das beobachtete Label: je seltener das Label, desto größer.</translation>
    </message>
    <message>
        <source>Widest margin of LDAM</source>
        <translation>Größter Abstand von LDAM</translation>
    </message>
    <message>
        <source>The margin of the rarest label, in logits before the scale; that of label j falls with the fourth root of its count.</source>
        <translation>Der Abstand des seltensten Labels, in Logits vor der Skalierung; der von Label j fällt mit der vierten Wurzel seiner Anzahl.</translation>
    </message>
    <message>
        <source>Scale of LDAM</source>
        <translation>Skalierung von LDAM</translation>
    </message>
    <message>
        <source>The logits are multiplied by it; 30 in code whose logits are cosines.</source>
        <translation>Die Logits werden damit multipliziert; 30 in Code, dessen Logits Kosinus sind.</translation>
    </message>
    <message>
        <source>Reweight by class from this share of the run (DRW)</source>
        <translation>Nach Klassen gewichten ab diesem Anteil des Laufs (DRW)</translation>
    </message>
    <message>
        <source>From then on rare labels get class-balanced weights; 0.8 in the paper, 0: never.</source>
        <translation>Von da an bekommen seltene Labels klassenausgleichende Gewichte; 0,8 in der Arbeit, 0: nie.</translation>
    </message>
    <message>
        <source>logit adjustment</source>
        <translation>Logit-Anpassung</translation>
    </message>
    <message>
        <source>Tau of the logit adjustment</source>
        <translation>Tau der Logit-Anpassung</translation>
    </message>
    <message>
        <source>How much rare labels are favoured; 0: cross entropy, 1: as if all classes were equally frequent.</source>
        <translation>Wie sehr seltene Labels bevorzugt werden; 0: Kreuzentropie, 1: als wären alle Klassen gleich häufig.</translation>
    </message>
    <message>
        <source>balanced softmax</source>
        <translation>ausgeglichener Softmax</translation>
    </message>
    <message>
        <source>forward correction</source>
        <translation>Vorwärtskorrektur</translation>
    </message>
    <message>
        <source>label smoothing</source>
        <translation>Label-Glättung</translation>
    </message>
    <message>
        <source>Cross entropy to a label that leaves a small share of its probability to all classes alike.</source>
        <translation>Kreuzentropie zu einem Label, das einen kleinen Anteil seiner Wahrscheinlichkeit allen Klassen gleich überlässt.</translation>
    </message>
    <message>
        <source>Share of label smoothing</source>
        <translation>Anteil der Label-Glättung</translation>
    </message>
    <message>
        <source>The share of the probability that all classes get alike; 0: cross entropy.</source>
        <translation>Der Anteil der Wahrscheinlichkeit, den alle Klassen gleich bekommen; 0: Kreuzentropie.</translation>
    </message>
    <message>
        <source>symmetric cross entropy</source>
        <translation>symmetrische Kreuzentropie</translation>
    </message>
    <message>
        <source>Cross entropy plus reverse cross entropy, which label noise misleads less.</source>
        <translation>Kreuzentropie plus umgekehrte Kreuzentropie, die Labelrauschen weniger in die Irre führt.</translation>
    </message>
    <message>
        <source>Alpha, the factor of cross entropy</source>
        <translation>Alpha, der Faktor der Kreuzentropie</translation>
    </message>
    <message>
        <source>6 in the paper for CIFAR-100.</source>
        <translation>6 in der Arbeit für CIFAR-100.</translation>
    </message>
    <message>
        <source>Beta, the factor of reverse cross entropy</source>
        <translation>Beta, der Faktor der umgekehrten Kreuzentropie</translation>
    </message>
    <message>
        <source>0.1 in the paper for CIFAR-100.</source>
        <translation>0,1 in der Arbeit für CIFAR-100.</translation>
    </message>
    <message>
        <source>What log 0 counts as</source>
        <translation>Wofür log 0 steht</translation>
    </message>
    <message>
        <source>In reverse cross entropy; it acts as a factor, like beta.</source>
        <translation>In der umgekehrten Kreuzentropie; wirkt wie Beta als Faktor.</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
    <message>
        <source>Every weight is 1.</source>
        <translation>Jedes Gewicht ist 1.</translation>
    </message>
    <message>
        <source>Meta-Weight-Net</source>
        <translation>Meta-Weight-Net</translation>
    </message>
    <message>
        <source>class-aware Meta-Weight-Net (CMW-Net)</source>
        <translation>klassenbewusstes Meta-Weight-Net (CMW-Net)</translation>
    </message>
    <message>
        <source>Meta-Weight-Net with an output for each group of classes of similar size.</source>
        <translation>Meta-Weight-Net mit einem Ausgang für jede Gruppe ähnlich großer Klassen.</translation>
    </message>
    <message>
        <source>Groups of classes</source>
        <translation>Gruppen von Klassen</translation>
    </message>
    <message>
        <source>learning to reweight (L2RW)</source>
        <translation>Umgewichten lernen (L2RW)</translation>
    </message>
    <message>
        <source>self-paced, hard</source>
        <translation>im eigenen Tempo, hart</translation>
    </message>
    <message>
        <source>Samples whose loss is below a threshold count, others do not; the threshold rises.</source>
        <translation>Beispiele, deren Verlust unter einer Schwelle liegt, zählen, andere nicht; die Schwelle steigt.</translation>
    </message>
    <message>
        <source>self-paced, linear</source>
        <translation>im eigenen Tempo, linear</translation>
    </message>
    <message>
        <source>Weights fall linearly with the loss, from 1 at a loss of 0 to 0 at a threshold; the threshold rises.</source>
        <translation>Die Gewichte fallen linear mit dem Verlust, von 1 beim Verlust 0 auf 0 an einer Schwelle; die Schwelle steigt.</translation>
    </message>
    <message>
        <source>class-balanced</source>
        <translation>klassenausgleichend</translation>
    </message>
    <message>
        <source>Samples of rare classes weigh more, by the effective number of samples of each class.</source>
        <translation>Beispiele seltener Klassen wiegen mehr, nach der effektiven Zahl der Beispiele jeder Klasse.</translation>
    </message>
    <message>
        <source>Beta of class-balanced weights</source>
        <translation>Beta der klassenausgleichenden Gewichte</translation>
    </message>
    <message>
        <source>0: every class weighs the same. 1: weights are inverse to class sizes.</source>
        <translation>0: jede Klasse wiegt gleich viel. 1: die Gewichte sind umgekehrt zu den Klassengrößen.</translation>
    </message>
    <message>
        <source>uniform</source>
        <translation>gleichverteilt</translation>
    </message>
    <message>
        <source>Drawn uniformly among all classes; the label may stay the same.</source>
        <translation>Gleichverteilt unter allen Klassen gezogen; das Label kann gleich bleiben.</translation>
    </message>
    <message>
        <source>symmetric, never itself</source>
        <translation>symmetrisch, nie sich selbst</translation>
    </message>
    <message>
        <source>Drawn uniformly among all other classes.</source>
        <translation>Gleichverteilt unter allen anderen Klassen gezogen.</translation>
    </message>
    <message>
        <source>flip to one class</source>
        <translation>Kippen in eine Klasse</translation>
    </message>
    <message>
        <source>Wrong labels of a class all name one other class, drawn from the seed.</source>
        <translation>Falsche Labels einer Klasse nennen alle dieselbe andere Klasse, die aus dem Seed gezogen wird.</translation>
    </message>
    <message>
        <source>flip to two classes</source>
        <translation>Kippen in zwei Klassen</translation>
    </message>
    <message>
        <source>Wrong labels of a class name two other classes, drawn from the seed.</source>
        <translation>Falsche Labels einer Klasse nennen zwei andere Klassen, die aus dem Seed gezogen werden.</translation>
    </message>
    <message>
        <source>similar pairs (CIFAR-10)</source>
        <translation>ähnliche Paare (CIFAR-10)</translation>
    </message>
    <message>
        <source>within superclass (CIFAR-100)</source>
        <translation>innerhalb der Oberklasse (CIFAR-100)</translation>
    </message>
    <message>
        <source>Drawn among the other classes of the same superclass.</source>
        <translation>Unter den anderen Klassen derselben Oberklasse gezogen.</translation>
    </message>
    <message>
        <source>by class size</source>
        <translation>nach Klassengröße</translation>
    </message>
    <message>
        <source>The larger a class, the more often it is drawn as the new label.</source>
        <translation>Je größer eine Klasse, desto öfter wird sie als neues Label gezogen.</translation>
    </message>
    <message>
        <source>exponential</source>
        <translation>exponentiell</translation>
    </message>
    <message>
        <source>Each class is smaller than the one before by the same factor.</source>
        <translation>Jede Klasse ist um denselben Faktor kleiner als die vorige.</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Half of the classes are small, all of one size.</source>
        <translation>Die Hälfte der Klassen ist klein, alle gleich groß.</translation>
    </message>
    <message>
        <source>imbalance, then noise</source>
        <translation>Ungleichgewicht zuerst</translation>
    </message>
    <message>
        <source>noise, then imbalance</source>
        <translation>Rauschen zuerst</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>konstant</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>Kosinus</translation>
    </message>
    <message>
        <source>all parameters (exact)</source>
        <translation>alle Parameter (exakt)</translation>
    </message>
    <message>
        <source>the last block</source>
        <translation>den letzten Block</translation>
    </message>
    <message>
        <source>the head</source>
        <translation>den Kopf</translation>
    </message>
    <message>
        <source>tf32 (GPU only)</source>
        <translation>tf32 (nur GPU)</translation>
    </message>
    <message>
        <source>noise 0.4 × IF 100</source>
        <translation>Rauschen 0,4 × IF 100</translation>
    </message>
    <message>
        <source>Uniform noise 0.4 on classes with imbalance factor 100. Model, training and search stay unchanged.</source>
        <translation>Gleichverteiltes Rauschen 0,4 auf Klassen mit Ungleichgewichtsfaktor 100. Modell, Training und Suche bleiben.</translation>
    </message>
    <message>
        <source>MW-Net, noise</source>
        <translation>MW-Net, Rauschen</translation>
    </message>
    <message>
        <source>Shu et al. 2019 against noise: uniform noise 0.4 without imbalance, 1,000 meta images in all, ResNet-32, SGD 0.1, 120 epochs, 1-100-1. The data set stays unchanged.</source>
        <translation>Shu et al. 2019 gegen Rauschen: gleichverteiltes Rauschen 0,4 ohne Ungleichgewicht, 1.000 Metabilder insgesamt, ResNet-32, SGD 0,1, 120 Epochen, 1-100-1. Der Datensatz bleibt.</translation>
    </message>
    <message>
        <source>MW-Net, imbalance</source>
        <translation>MW-Net, Ungleichgewicht</translation>
    </message>
    <message>
        <source>Shu et al. 2019 against imbalance: exponential, factor 100, without noise, 10 meta images per class, ResNet-32, Nesterov, 100 epochs, normalised weights. The data set stays unchanged.</source>
        <translation>Shu et al. 2019 gegen Ungleichgewicht: exponentiell, Faktor 100, ohne Rauschen, 10 Metabilder je Klasse, ResNet-32, Nesterov, 100 Epochen, normierte Gewichte. Der Datensatz bleibt.</translation>
    </message>
    <message>
        <source>Trials</source>
        <translation>Trials</translation>
    </message>
    <message>
        <source>How many architectures are tried in all. May be changed while the study runs.</source>
        <translation>Wie viele Architekturen insgesamt versucht werden. Kann geändert werden, während die Studie läuft.</translation>
    </message>
    <message>
        <source>Sampler</source>
        <translation>Sampler</translation>
    </message>
    <message>
        <source>What proposes the next architecture.</source>
        <translation>Was die nächste Architektur vorschlägt.</translation>
    </message>
    <message>
        <source>Pruner</source>
        <translation>Pruner</translation>
    </message>
    <message>
        <source>What ends hopeless trials early.</source>
        <translation>Was aussichtslose Trials vorzeitig beendet.</translation>
    </message>
    <message>
        <source>Search seed</source>
        <translation>Seed der Suche</translation>
    </message>
    <message>
        <source>The sampler&apos;s seed.</source>
        <translation>Seed des Samplers.</translation>
    </message>
    <message>
        <source>Fewest hidden layers</source>
        <translation>Wenigste verdeckte Schichten</translation>
    </message>
    <message>
        <source>The shallowest MW-Net that is tried. 0: the input goes straight to the weight.</source>
        <translation>Das flachste MW-Net, das versucht wird. 0: der Eingang geht geradewegs ins Gewicht.</translation>
    </message>
    <message>
        <source>Most hidden layers</source>
        <translation>Meiste verdeckte Schichten</translation>
    </message>
    <message>
        <source>The deepest MW-Net that is tried.</source>
        <translation>Das tiefste MW-Net, das versucht wird.</translation>
    </message>
    <message>
        <source>Fewest nodes per layer</source>
        <translation>Wenigste Knoten je Schicht</translation>
    </message>
    <message>
        <source>The narrowest layer that is tried; the scale is logarithmic.</source>
        <translation>Die schmalste Schicht, die versucht wird; die Skala ist logarithmisch.</translation>
    </message>
    <message>
        <source>Most nodes per layer</source>
        <translation>Meiste Knoten je Schicht</translation>
    </message>
    <message>
        <source>The widest layer that is tried.</source>
        <translation>Die breiteste Schicht, die versucht wird.</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Which inputs of MW-Net are tried.</source>
        <translation>Welche Eingänge des MW-Net probiert werden.</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>Aktivierungen</translation>
    </message>
    <message>
        <source>Which activations are tried.</source>
        <translation>Welche Aktivierungen versucht werden.</translation>
    </message>
    <message>
        <source>Lowest meta learning rate</source>
        <translation>Kleinste Meta-Lernrate</translation>
    </message>
    <message>
        <source>The scale is logarithmic.</source>
        <translation>Die Skala ist logarithmisch.</translation>
    </message>
    <message>
        <source>Highest meta learning rate</source>
        <translation>Größte Meta-Lernrate</translation>
    </message>
    <message>
        <source>Objective over last epochs</source>
        <translation>Zielwert über letzte Epochen</translation>
    </message>
    <message>
        <source>Retries when out of memory</source>
        <translation>Neue Versuche bei vollem Speicher</translation>
    </message>
    <message>
        <source>How many times a trial that runs out of memory is tried again, each time with half the batch size.</source>
        <translation>Wie oft ein Trial, dem der Speicher ausgeht, wieder versucht wird, jedes Mal mit halbem Batch.</translation>
    </message>
    <message>
        <source>Study file</source>
        <translation>Studiendatei</translation>
    </message>
    <message>
        <source>Empty: study.db in the study folder.</source>
        <translation>Leer: study.db im Studienordner.</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Loss</translation>
    </message>
    <message>
        <source>stem</source>
        <translation>Stamm</translation>
    </message>
    <message>
        <source>stage 1</source>
        <translation>Stufe 1</translation>
    </message>
    <message>
        <source>stage 2</source>
        <translation>Stufe 2</translation>
    </message>
    <message>
        <source>stage 3</source>
        <translation>Stufe 3</translation>
    </message>
    <message>
        <source>penultimate</source>
        <translation>vorletzte</translation>
    </message>
    <message>
        <source>logits</source>
        <translation>Logits</translation>
    </message>
    <message>
        <source>softmax</source>
        <translation>Softmax</translation>
    </message>
    <message>
        <source>Classifier</source>
        <translation>Klassifikator</translation>
    </message>
    <message>
        <source>The network that learns from the weighted samples.</source>
        <translation>Das Netz, das von den gewichteten Beispielen lernt.</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>Loss of a training sample. Evaluation and the meta set always use cross entropy.</source>
        <translation>Loss eines Trainingsbeispiels. Auswertung und Metamenge nutzen stets die Kreuzentropie.</translation>
    </message>
    <message>
        <source>Weighting</source>
        <translation>Gewichtung</translation>
    </message>
    <message>
        <source>What weighs the samples of a batch. A search always uses Meta-Weight-Net.</source>
        <translation>Was die Beispiele eines Stapels gewichtet. Eine Suche verwendet stets Meta-Weight-Net.</translation>
    </message>
    <message>
        <source>MW-Net&apos;s input</source>
        <translation>Eingang des MW-Net</translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation>Verdeckte Schichten</translation>
    </message>
    <message>
        <source>Nodes of each of MW-Net&apos;s hidden layers, for example 128, 64. Empty: the input goes straight to the weight.</source>
        <translation>Knoten jeder verdeckten Schicht des MW-Net, zum Beispiel 128, 64. Leer: der Eingang geht geradewegs ins Gewicht.</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Aktivierung</translation>
    </message>
    <message>
        <source>Activation of MW-Net&apos;s hidden layers.</source>
        <translation>Aktivierung der verdeckten Schichten des MW-Net.</translation>
    </message>
    <message>
        <source>Normalised weights</source>
        <translation>Normierte Gewichte</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Passes over the training images in each training.</source>
        <translation>Durchgänge durch die Trainingsbilder in jedem Training.</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Batchgröße</translation>
    </message>
    <message>
        <source>Training images per step.</source>
        <translation>Trainingsbilder je Schritt.</translation>
    </message>
    <message>
        <source>Meta batch size</source>
        <translation>Meta-Batchgröße</translation>
    </message>
    <message>
        <source>Meta images per step.</source>
        <translation>Metabilder je Schritt.</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Learning rate of the classifier&apos;s SGD at the start of the schedule.</source>
        <translation>Lernrate des SGD des Klassifikators am Anfang des Verlaufs.</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>Momentum</translation>
    </message>
    <message>
        <source>Of the classifier&apos;s SGD.</source>
        <translation>Des SGD des Klassifikators.</translation>
    </message>
    <message>
        <source>Nesterov momentum</source>
        <translation>Nesterov-Momentum</translation>
    </message>
    <message>
        <source>Momentum that looks one step ahead.</source>
        <translation>Momentum, das einen Schritt vorausschaut.</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Weight Decay</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>How the learning rate falls over the epochs.</source>
        <translation>Wie die Lernrate über die Epochen fällt.</translation>
    </message>
    <message>
        <source>Milestones</source>
        <translation>Meilensteine</translation>
    </message>
    <message>
        <source>Epochs at which a step schedule multiplies the learning rate by the decay, for example 80, 100.</source>
        <translation>Epochen, an denen ein Stufenverlauf die Lernrate mit dem Abfall multipliziert, zum Beispiel 80, 100.</translation>
    </message>
    <message>
        <source>Decay at a milestone</source>
        <translation>Abfall am Meilenstein</translation>
    </message>
    <message>
        <source>The factor of a step schedule.</source>
        <translation>Der Faktor eines Stufenverlaufs.</translation>
    </message>
    <message>
        <source>Meta learning rate</source>
        <translation>Meta-Lernrate</translation>
    </message>
    <message>
        <source>MW-Net&apos;s learning rate. A search draws its own for each trial.</source>
        <translation>Lernrate des MW-Net. Eine Suche zieht für jeden Trial eine eigene.</translation>
    </message>
    <message>
        <source>Meta optimiser</source>
        <translation>Meta-Optimierer</translation>
    </message>
    <message>
        <source>MW-Net&apos;s optimiser.</source>
        <translation>Optimierer des MW-Net.</translation>
    </message>
    <message>
        <source>Meta weight decay</source>
        <translation>Meta-Weight-Decay</translation>
    </message>
    <message>
        <source>Weight decay of MW-Net&apos;s optimiser.</source>
        <translation>Weight Decay des Optimierers von MW-Net.</translation>
    </message>
    <message>
        <source>Virtual step moves</source>
        <translation>Virtueller Schritt bewegt</translation>
    </message>
    <message>
        <source>Which of the classifier&apos;s parameters the virtual step updates. All: the exact meta gradient. Fewer: the meta gradient of a classifier whose other parameters are fixed, at less cost.</source>
        <translation>Welche Parameter des Klassifikators der virtuelle Schritt ändert. Alle: der exakte Meta-Gradient. Weniger: der Meta-Gradient eines Klassifikators, dessen übrige Parameter fest sind, zu geringeren Kosten.</translation>
    </message>
    <message>
        <source>Meta step every</source>
        <translation>Metaschritt alle</translation>
    </message>
    <message>
        <source>One meta step in this many steps; MW-Net is not updated in between. 1: in every step, the exact method.</source>
        <translation>Ein Metaschritt in so vielen Schritten; dazwischen ändert sich MW-Net nicht. 1: in jedem Schritt, das exakte Verfahren.</translation>
    </message>
    <message>
        <source>Lagged weights</source>
        <translation>Verzögerte Gewichte</translation>
    </message>
    <message>
        <source>Samples are weighed by MW-Net as it was before the step&apos;s meta step, which saves a backward pass. Off: the exact method.</source>
        <translation>Beispiele werden von MW-Net gewichtet, wie es vor dem Metaschritt war; das spart einen Rückwärtsdurchlauf. Aus: das exakte Verfahren.</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>Augmentierung</translation>
    </message>
    <message>
        <source>Training seed</source>
        <translation>Trainings-Seed</translation>
    </message>
    <message>
        <source>Seed of initial weights, batch order and augmentation.</source>
        <translation>Seed der Anfangsgewichte, der Batchfolge und der Augmentierung.</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>auto, cpu, or a GPU by number such as cuda:0.</source>
        <translation>auto, cpu oder eine GPU mit Nummer wie cuda:0.</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Präzision</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>CPU threads of one training. 0: one per core, shared by the trials that run at once.</source>
        <translation>CPU-Threads eines Trainings. 0: einer je Kern, geteilt von den Trials, die zugleich laufen.</translation>
    </message>
    <message>
        <source>Tree-structured Parzen estimator: draws where good trials are dense and bad ones are not.</source>
        <translation>Tree-structured Parzen Estimator: zieht dort, wo gute Trials dicht liegen und schlechte nicht.</translation>
    </message>
    <message>
        <source>random</source>
        <translation>zufällig</translation>
    </message>
    <message>
        <source>Draws uniformly from the whole space and does not learn from earlier trials.</source>
        <translation>Zieht gleichmäßig aus dem ganzen Raum und lernt nicht aus früheren Trials.</translation>
    </message>
    <message>
        <source>Trials before pruning</source>
        <translation>Trials vor dem Pruning</translation>
    </message>
    <message>
        <source>Epochs before pruning</source>
        <translation>Epochen vor dem Pruning</translation>
    </message>
    <message>
        <source>Number of first epochs in which no trial is pruned.</source>
        <translation>Zahl der ersten Epochen, in denen kein Trial gestutzt wird.</translation>
    </message>
    <message>
        <source>Every trial is trained to its end.</source>
        <translation>Jeder Trial wird bis zum Ende trainiert.</translation>
    </message>
    <message>
        <source>median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>Ends a trial that is worse than half of the earlier ones at the same epoch.</source>
        <translation>Beendet einen Trial, der in derselben Epoche schlechter ist als die Hälfte der früheren.</translation>
    </message>
    <message>
        <source>percentile</source>
        <translation>Perzentil</translation>
    </message>
    <message>
        <source>Ends a trial that is not within a chosen best share of the earlier ones at the same epoch.</source>
        <translation>Beendet einen Trial, der in derselben Epoche nicht zu einem gewählten besten Anteil der früheren gehört.</translation>
    </message>
    <message>
        <source>Share that continues</source>
        <translation>Anteil, der weiterläuft</translation>
    </message>
    <message>
        <source>A trial is pruned unless it is among this best percentage of the earlier trials: 25 keeps the best quarter, 50 is the median.</source>
        <translation>Ein Trial wird gestutzt, wenn er nicht zu diesem besten Prozentsatz der früheren Trials gehört: 25 behält das beste Viertel, 50 ist der Median.</translation>
    </message>
    <message>
        <source>Images and labels that the recipe makes noisy and imbalanced. A folder&apos;s are left as they are unless noise or imbalance is chosen.</source>
        <translation>Bilder und Labels, die das Rezept verrauscht und ungleich verteilt. Die eines Ordners bleiben, wie sie sind, solange weder Rauschen noch Ungleichgewicht gewählt ist.</translation>
    </message>
    <message>
        <source>Train on the meta set</source>
        <translation>Auch auf der Metamenge trainieren</translation>
    </message>
    <message>
        <source>The meta images join the training set with their original labels: a control for using them as plain training data.</source>
        <translation>Die Metabilder kommen mit ihren ursprünglichen Labels zur Trainingsmenge: eine Kontrolle dafür, sie einfach als Trainingsdaten zu nutzen.</translation>
    </message>
    <message>
        <source>Seeds per compared variant</source>
        <translation>Seeds je verglichener Variante</translation>
    </message>
    <message>
        <source>Number of fresh seeds with which every compared variant is trained.</source>
        <translation>Zahl der frischen Seeds, mit denen jede verglichene Variante trainiert wird.</translation>
    </message>
    <message>
        <source>label</source>
        <translation>Label</translation>
    </message>
    <message>
        <source>forward correction, estimated noise</source>
        <translation>Vorwärtskorrektur, geschätztes Rauschen</translation>
    </message>
    <message>
        <source>Forward correction; the probabilities of the label noise are estimated from the classifier itself, after a warm-up.</source>
        <translation>Vorwärtskorrektur; die Wahrscheinlichkeiten des Labelrauschens werden nach einer Anlaufzeit aus dem Klassifikator selbst geschätzt.</translation>
    </message>
    <message>
        <source>Share of the run before the estimate</source>
        <translation>Anteil des Laufs vor der Schätzung</translation>
    </message>
    <message>
        <source>Until then cross entropy trains, at least for one epoch; in the paper a first network does, to its end. 1: the whole run.</source>
        <translation>Bis dahin trainiert Kreuzentropie, mindestens eine Epoche; in der Arbeit tut das ein erstes Netz bis zu seinem Ende. 1: der ganze Lauf.</translation>
    </message>
    <message>
        <source>Percentile of the anchors</source>
        <translation>Perzentil der Anker</translation>
    </message>
    <message>
        <source>The sample that shows how a class is labelled: the likeliest (100), or the likeliest below this percentile. 97 in the authors&apos; code, except for CIFAR-100; too low for classes with few samples.</source>
        <translation>Das Beispiel, das zeigt, wie eine Klasse gelabelt wird: das wahrscheinlichste (100) oder das wahrscheinlichste unter diesem Perzentil. 97 im Code der Autoren, außer bei CIFAR-100; zu niedrig für Klassen mit wenigen Beispielen.</translation>
    </message>
    <message>
        <source>two-dimensional sample selection (TABASCO)</source>
        <translation>zweidimensionale Beispielauswahl (TABASCO)</translation>
    </message>
    <message>
        <source>Samples weigh the estimated probability that their label is right: by class, from predictions or features.</source>
        <translation>Beispiele wiegen so viel wie die geschätzte Wahrscheinlichkeit, dass ihr Label richtig ist: je Klasse, aus Vorhersagen oder Merkmalen.</translation>
    </message>
    <message>
        <source>Select samples from this share of the run</source>
        <translation>Beispiele ab diesem Anteil des Laufs auswählen</translation>
    </message>
    <message>
        <source>Until then every weight is 1; 0.1 in the published code for CIFAR-10, 0.3 for CIFAR-100.</source>
        <translation>Bis dahin ist jedes Gewicht 1; im veröffentlichten Code 0,1 für CIFAR-10 und 0,3 für CIFAR-100.</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nein</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>ja</translation>
    </message>
    <message>
        <source>observed labels</source>
        <translation>beobachtete Labels</translation>
    </message>
    <message>
        <source>true labels</source>
        <translation>wahre Labels</translation>
    </message>
    <message>
        <source>An upper line that no user could have: for experiments.</source>
        <translation>Eine Obergrenze, die niemand haben könnte: für Experimente.</translation>
    </message>
    <message>
        <source>mask focal loss</source>
        <translation>Mask Focal Loss</translation>
    </message>
    <message>
        <source>For class labels the mask is the one-hot label itself, so it becomes the focal loss of a sigmoid per class: use quality-focal, which is that without soft labels.</source>
        <translation>Bei Klassenlabels ist die Maske das One-hot-Label selbst; so wird daraus der Focal Loss eines Sigmoids je Klasse: nehmen Sie quality-focal, das ist er ohne weiche Labels.</translation>
    </message>
    <message>
        <source>mean absolute error</source>
        <translation>mittlerer absoluter Fehler</translation>
    </message>
    <message>
        <source>It is twice the generalised cross entropy at q = 1: use gce with gce-q 1.</source>
        <translation>Er ist das Doppelte der verallgemeinerten Kreuzentropie bei q = 1: nehmen Sie gce mit gce-q 1.</translation>
    </message>
    <message>
        <source>deferred reweighting (DRW)</source>
        <translation>aufgeschobene Gewichtung (DRW)</translation>
    </message>
    <message>
        <source>It is a setting of LDAM, with which its paper combines it: use ldam with ldam-drw-epoch 0.8.</source>
        <translation>Sie ist eine Einstellung von LDAM, mit dem ihre Arbeit sie verbindet: nehmen Sie ldam mit ldam-drw-epoch 0.8.</translation>
    </message>
    <message>
        <source>co-teaching</source>
        <translation>Co-Teaching</translation>
    </message>
    <message>
        <source>It trains two networks, each on the samples that the other chooses, without a clean set. It is left out because it answers another question: here one classifier trains beside a small clean set.</source>
        <translation>Es trainiert zwei Netze, jedes auf den Beispielen, die das andere wählt, ohne saubere Menge. Es fehlt, weil es eine andere Frage beantwortet: hier trainiert ein Klassifikator neben einer kleinen sauberen Menge.</translation>
    </message>
    <message>
        <source>DivideMix</source>
        <translation>DivideMix</translation>
    </message>
    <message>
        <source>It trains two networks, each of which decides which labels the other keeps, without a clean set. It is left out because it answers another question: here one classifier trains beside a small clean set.</source>
        <translation>Es trainiert zwei Netze, von denen jedes entscheidet, welche Labels das andere behält, ohne saubere Menge. Es fehlt, weil es eine andere Frage beantwortet: hier trainiert ein Klassifikator neben einer kleinen sauberen Menge.</translation>
    </message>
    <message>
        <source>demo</source>
        <translation>Demo</translation>
    </message>
    <message>
        <source>Search lag</source>
        <translation>Verzug der Suche</translation>
    </message>
    <message>
        <source>Trial n knows only of trials up to n - N, however many have finished: the same study for any number of workers up to N; without a number of threads, each trial has an N-th of the cores. 0: each trial knows of all that have finished when it begins.</source>
        <translation>Trial n kennt nur Trials bis n - N, gleich wie viele fertig sind: dieselbe Studie mit beliebig vielen Workern bis N; ohne Angabe der Threads hat jeder Trial ein N-tel der Kerne. 0: Jeder Trial kennt alle, die fertig sind, wenn er beginnt.</translation>
    </message>
    <message>
        <source>Standardised input</source>
        <translation>Standardisierter Eingang</translation>
    </message>
    <message>
        <source>Whether loss and features are standardised before MW-Net sees them. Both: each trial draws which.</source>
        <translation>Ob Loss und Merkmale standardisiert werden, bevor MW-Net sie sieht. Beides: jeder Trial zieht, welches.</translation>
    </message>
    <message>
        <source>Class counts</source>
        <translation>Klassenzählung</translation>
    </message>
    <message>
        <source>The labels by which loss and weighting count the samples of a class. True ones are an upper line that no user could have: for experiments.</source>
        <translation>Die Labels, nach denen Loss und Gewichtung die Beispiele einer Klasse zählen. Wahre sind eine Obergrenze, die niemand haben könnte: für Experimente.</translation>
    </message>
    <message>
        <source>What MW-Net sees of a sample: its loss, its features from a layer, its observed label (one-hot), or several of these. Feature maps are averaged over their pixels.</source>
        <translation>Was MW-Net von einem Beispiel sieht: seinen Loss, seine Merkmale aus einer Schicht, sein beobachtetes Label (one-hot) oder mehreres davon. Feature-Maps werden über ihre Pixel gemittelt.</translation>
    </message>
    <message>
        <source>Loss and features, but not the label, are shifted by their running mean and divided by their running standard deviation. As they are, those of one layer may be far larger than another&apos;s.</source>
        <translation>Loss und Merkmale, nicht aber das Label, werden um ihr laufendes Mittel verschoben und durch ihre laufende Standardabweichung geteilt. Unverändert können die einer Schicht weit größer sein als die einer anderen.</translation>
    </message>
    <message>
        <source>Random trials before TPE</source>
        <translation>Zufällige Trials vor TPE</translation>
    </message>
    <message>
        <source>How many finished trials TPE must know before it draws by what it has learned.</source>
        <translation>Wie viele fertige Trials TPE kennen muss, bevor es nach dem Gelernten zieht.</translation>
    </message>
    <message>
        <source>Cross entropy of the logits plus tau log pi, pi being the share of each class.</source>
        <translation>Kreuzentropie der Logits plus tau log pi, mit pi dem Anteil jeder Klasse.</translation>
    </message>
    <message>
        <source>Cross entropy of a softmax in which each class counts as often as there are samples of it.</source>
        <translation>Kreuzentropie eines Softmax, in dem jede Klasse so oft zählt, wie es Beispiele von ihr gibt.</translation>
    </message>
    <message>
        <source>Groups of similar size that CMW-Net makes of the classes, by their counts; 1: MW-Net.</source>
        <translation>Gruppen ähnlicher Größe, die CMW-Net aus den Klassen bildet, nach ihrer Anzahl; 1: MW-Net.</translation>
    </message>
    <message>
        <source>File of labels</source>
        <translation>Datei mit Labels</translation>
    </message>
    <message>
        <source>CSV file of the training images&apos; observed labels, a row for each: its column index (position in the training set, from 0) or path (below the data folder), and a column of labels, as class names or numbers. Naming one sets the noise to file.</source>
        <translation>CSV-Datei mit den beobachteten Labels der Trainingsbilder, eine Zeile für jedes: die Spalte index (Platz im Trainingssatz, ab 0) oder path (unter dem Datenordner), dazu eine Spalte mit Labels, als Klassennamen oder Nummern. Wer eine angibt, setzt das Rauschen auf file.</translation>
    </message>
    <message>
        <source>Column of labels</source>
        <translation>Spalte der Labels</translation>
    </message>
    <message>
        <source>Column of the observed labels in the file. Empty: the only one beside index, path and true labels.</source>
        <translation>Spalte der beobachteten Labels in der Datei. Leer: die einzige neben index, path und wahren Labels.</translation>
    </message>
    <message>
        <source>Column of true labels</source>
        <translation>Spalte der wahren Labels</translation>
    </message>
    <message>
        <source>Column of the true labels in the file. Empty: true, if there is one. A benchmark&apos;s own labels must agree with it; of a folder&apos;s images it says what is true, and meta and validation images have these labels.</source>
        <translation>Spalte der wahren Labels in der Datei. Leer: true, falls es sie gibt. Die Labels eines Benchmarks müssen mit ihr übereinstimmen; bei Bildern eines Ordners sagt sie, was wahr ist, und Meta- und Validierungsbilder haben diese Labels.</translation>
    </message>
    <message>
        <source>Cross entropy of the observed label, by the known probabilities of the label noise; of labels from a file, by the shares in which the training images have them.</source>
        <translation>Kreuzentropie des beobachteten Labels, nach den bekannten Wahrscheinlichkeiten des Labelrauschens; bei Labels aus einer Datei nach den Anteilen, in denen die Trainingsbilder sie haben.</translation>
    </message>
    <message>
        <source>labels from a file</source>
        <translation>Labels aus einer Datei</translation>
    </message>
    <message>
        <source>What people or programs really answered, as a CSV file says it.</source>
        <translation>Was Menschen oder Programme wirklich geantwortet haben, wie es in einer CSV-Datei steht.</translation>
    </message>
    <message>
        <source>EXIF orientation</source>
        <translation>EXIF-Ausrichtung</translation>
    </message>
    <message>
        <source>Cameras store many pictures turned and say so in EXIF data. torchvision reads them as they are stored, and so does this program unless it is told to turn them upright.</source>
        <translation>Kameras speichern viele Bilder gedreht und vermerken das in den EXIF-Daten. torchvision liest sie, wie sie gespeichert sind, und dieses Programm auch, solange es sie nicht aufrichten soll.</translation>
    </message>
    <message>
        <source>as stored</source>
        <translation>wie gespeichert</translation>
    </message>
    <message>
        <source>turned upright</source>
        <translation>aufgerichtet</translation>
    </message>
    <message>
        <source>Broken images</source>
        <translation>Defekte Bilder</translation>
    </message>
    <message>
        <source>What becomes of image files in the folder that cannot be read: the set is refused with a list of them, or they are left out, as if they were not there.</source>
        <translation>Was mit Bilddateien im Ordner geschieht, die nicht gelesen werden können: Der Satz wird mit einer Liste von ihnen abgelehnt, oder sie werden weggelassen, als wären sie nicht da.</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>weggelassen</translation>
    </message>
    <message>
        <source>Checked images</source>
        <translation>Geprüfte Bilder</translation>
    </message>
    <message>
        <source>Which of the folder&apos;s labels have been checked: a file that lists the images (one path below the data folder in a line, or a CSV with a column path and perhaps one of right labels), or all. Empty: those in a folder clean beside train, if there is one. Meta and validation images are taken from them alone, and test images where there is no folder test.</source>
        <translation>Welche Labels des Ordners geprüft sind: eine Datei, die die Bilder nennt (je Zeile ein Pfad unter dem Datenordner, oder eine CSV-Datei mit einer Spalte path und vielleicht einer der richtigen Labels), oder all. Leer: die in einem Ordner clean neben train, falls es ihn gibt. Meta- und Validierungsbilder kommen nur von ihnen, und Testbilder, wo es keinen Ordner test gibt.</translation>
    </message>
    <message>
        <source>Meta set</source>
        <translation>Metamenge</translation>
    </message>
    <message>
        <source>How the images are chosen that teach MW-Net what a good weight is.</source>
        <translation>Wie die Bilder gewählt werden, die MW-Net lehren, was ein gutes Gewicht ist.</translation>
    </message>
    <message>
        <source>Meta set, per class</source>
        <translation>Metamenge, je Klasse</translation>
    </message>
    <message>
        <source>Images per class that teach MW-Net what a good weight is. Drawn ones are taken out of the training set, pseudo ones stay in it.</source>
        <translation>Bilder je Klasse, die MW-Net lehren, was ein gutes Gewicht ist. Gezogene werden aus der Trainingsmenge genommen, Pseudobilder bleiben darin.</translation>
    </message>
    <message>
        <source>Validation, per class</source>
        <translation>Validierung, je Klasse</translation>
    </message>
    <message>
        <source>Images per class by which the search judges an architecture. They are taken out of the training set.</source>
        <translation>Bilder je Klasse, nach denen die Suche eine Architektur beurteilt. Sie werden aus der Trainingsmenge genommen.</translation>
    </message>
    <message>
        <source>In every step anew, samples weigh by how much their gradients agree with that of the meta set.</source>
        <translation>In jedem Schritt von neuem wiegen Beispiele so viel, wie ihre Gradienten mit dem der Metamenge übereinstimmen.</translation>
    </message>
    <message>
        <source>Truck to automobile, bird to airplane, deer to horse, cat to dog and dog to cat, as in Patrini et al. 2017. Code of some later papers turns cats into dogs only.</source>
        <translation>Lastwagen zu Auto, Vogel zu Flugzeug, Hirsch zu Pferd, Katze zu Hund und Hund zu Katze, wie bei Patrini et al. 2017. Der Code mancher späterer Arbeiten macht nur Katzen zu Hunden.</translation>
    </message>
    <message>
        <source>drawn</source>
        <translation>gezogen</translation>
    </message>
    <message>
        <source>From images whose labels are known to be right, or said to be.</source>
        <translation>Aus Bildern, deren Labels bekanntermaßen richtig sind oder so genannt werden.</translation>
    </message>
    <message>
        <source>pseudo, chosen by loss</source>
        <translation>pseudo, nach Loss gewählt</translation>
    </message>
    <message>
        <source>Of each observed class the training images of lowest loss after a warm-up by cross entropy. Nobody has checked their labels.</source>
        <translation>Von jeder beobachteten Klasse die Trainingsbilder mit dem kleinsten Loss nach einem Aufwärmen mit Kreuzentropie. Niemand hat ihre Labels geprüft.</translation>
    </message>
    <message>
        <source>Share of the run before the pseudo meta set</source>
        <translation>Anteil des Laufs vor der Pseudo-Metamenge</translation>
    </message>
    <message>
        <source>Until then cross entropy trains with weights of 1, for at least one epoch and for all but one at most; then the images of lowest loss are chosen.</source>
        <translation>Bis dahin trainiert die Kreuzentropie mit Gewichten von 1, mindestens eine Epoche und höchstens alle bis auf eine; dann werden die Bilder mit dem kleinsten Loss gewählt.</translation>
    </message>
    <message>
        <source>Images left out</source>
        <translation>Weggelassene Bilder</translation>
    </message>
    <message>
        <source>CSV file of training images that are not trained on: a column path (below the data folder) or index, and perhaps a column mark, of which only wrong counts. Meta, validation and test images stay what they are without it, so that a variant with it can be compared.</source>
        <translation>CSV-Datei von Trainingsbildern, mit denen nicht trainiert wird: eine Spalte path (unter dem Datenordner) oder index, und vielleicht eine Spalte mark, von der nur wrong zählt. Meta-, Validierungs- und Testbilder bleiben, was sie ohne sie sind, sodass sich eine Variante mit ihr vergleichen lässt.</translation>
    </message>
    <message>
        <source>Test after every epoch</source>
        <translation>Test nach jeder Epoche</translation>
    </message>
    <message>
        <source>Whether the test images are evaluated after every epoch. Off: only after the last ones, whose mean counts; training is the same and takes less time, and there are no test figures of earlier epochs.</source>
        <translation>Ob die Testbilder nach jeder Epoche ausgewertet werden. Aus: nur nach den letzten, deren Mittel zählt; das Training ist dasselbe und dauert kürzer, und von früheren Epochen gibt es keine Testwerte.</translation>
    </message>
    <message>
        <source>Imbalance factor</source>
        <translation>Ungleichgewichtsfaktor</translation>
    </message>
    <message>
        <source>IF = n_max / n_min: the size of the largest class over that of the smallest.</source>
        <translation>IF = n_max / n_min: Größe der größten Klasse durch die der kleinsten.</translation>
    </message>
    <message>
        <source>A small network on Fashion-MNIST, uniform noise 0.4, imbalance factor 50: search and comparison in five minutes on two cores.</source>
        <translation>Ein kleines Netz auf Fashion-MNIST, gleichverteiltes Rauschen 0,4, Ungleichgewichtsfaktor 50: Suche und Vergleich in fünf Minuten auf zwei Kernen.</translation>
    </message>
    <message>
        <source>as large as the others</source>
        <translation>so groß wie die anderen</translation>
    </message>
    <message>
        <source>what is left</source>
        <translation>was übrig bleibt</translation>
    </message>
    <message>
        <source>Last batch of an epoch</source>
        <translation>Letzter Batch einer Epoche</translation>
    </message>
    <message>
        <source>What becomes of images that are left over where the batch size does not divide their number. As large as the others: an epoch&apos;s batches differ by one image at most. What is left: the last batch may be tiny, which disturbs batch norm, at another size of the training set in another way.</source>
        <translation>Was aus den Bildern wird, die übrig bleiben, wenn die Batchgröße ihre Anzahl nicht teilt. So groß wie die anderen: Die Batches einer Epoche unterscheiden sich um höchstens ein Bild. Was übrig bleibt: Der letzte Batch kann winzig sein, was Batch-Norm stört, bei anderer Größe der Trainingsmenge auf andere Weise.</translation>
    </message>
    <message>
        <source>A trial&apos;s value is its mean accuracy on the validation set over this many last epochs.</source>
        <translation>Der Wert eines Trials ist seine mittlere Genauigkeit auf der Validierungsmenge über so viele letzte Epochen.</translation>
    </message>
    <message>
        <source>A small network weighs every sample; it learns from the meta set, by the exact meta gradient unless a cheaper one is chosen.</source>
        <translation>Ein kleines Netz gewichtet jedes Beispiel; es lernt von der Metamenge, mit dem exakten Metagradienten, wenn kein billigerer gewählt ist.</translation>
    </message>
    <message>
        <source>Weights are divided by their sum over the batch, as in the code of Shu et al. 2019 for imbalance.</source>
        <translation>Gewichte werden durch ihre Summe über den Batch geteilt, wie im Code von Shu et al. 2019 für Ungleichgewicht.</translation>
    </message>
    <message>
        <source>Random crops with a border of four pixels, and horizontal flips, except of digits (MNIST).</source>
        <translation>Zufällige Ausschnitte mit einem Rand von vier Pixeln, und waagerechte Spiegelung, außer bei Ziffern (MNIST).</translation>
    </message>
    <message>
        <source>Precision of the forward and backward passes; parameters are kept in fp32, with fp64 in fp64.</source>
        <translation>Genauigkeit der Vorwärts- und Rückwärtsgänge; Parameter bleiben in fp32, bei fp64 in fp64.</translation>
    </message>
    <message>
        <source>Number of trials that must be complete before one is pruned.</source>
        <translation>Zahl der Trials, die vollendet sein müssen, ehe einer gestutzt wird.</translation>
    </message>
</context>
<context>
    <name>SetupPanels</name>
    <message>
        <source>Another program made this study. Its recipe is not known here, and it can be looked at, not run.</source>
        <translation>Ein anderes Programm hat diese Studie erstellt. Ihr Rezept ist hier nicht bekannt; man kann sie ansehen, aber nicht ausführen.</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Elsewhere</source>
        <translation>Anderswo</translation>
    </message>
</context>
<context>
    <name>TrialColumns</name>
    <message>
        <source>Starred by you</source>
        <translation>Von Ihnen mit Stern gemerkt</translation>
    </message>
    <message>
        <source>Number within the study, from 0</source>
        <translation>Nummer in der Studie, ab 0</translation>
    </message>
    <message>
        <source>state</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>How the trial ended, and why if it failed</source>
        <translation>Wie der Trial endete, und warum, wenn er scheiterte</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>Schichten</translation>
    </message>
    <message>
        <source>Nodes of each hidden layer</source>
        <translation>Knoten jeder verdeckten Schicht</translation>
    </message>
    <message>
        <source>input</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>What the weighting network sees of a sample</source>
        <translation>Was das Gewichtsnetz von einem Beispiel sieht</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>Aktivierung</translation>
    </message>
    <message>
        <source>Activation of the hidden layers</source>
        <translation>Aktivierung der verdeckten Schichten</translation>
    </message>
    <message>
        <source>meta lr</source>
        <translation>Meta-LR</translation>
    </message>
    <message>
        <source>Learning rate of the weighting network</source>
        <translation>Lernrate des Gewichtsnetzes</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>What the search maximises or minimises; one seed</source>
        <translation>Was die Suche größer oder kleiner macht; ein Seed</translation>
    </message>
    <message>
        <source>fresh seeds</source>
        <translation>frische Seeds</translation>
    </message>
    <message>
        <source>Mean, 95 % half-width and seeds, where the comparison retrained this network</source>
        <translation>Mittel, halbe Breite (95 %) und Seeds, wo der Vergleich dieses Netz neu trainiert hat</translation>
    </message>
    <message>
        <source>best epoch</source>
        <translation>beste Epoche</translation>
    </message>
    <message>
        <source>Epoch at which the searched metric was best</source>
        <translation>Epoche, in der das gesuchte Maß am besten war</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Test accuracy; never searched</source>
        <translation>Testgenauigkeit; nie gesucht</translation>
    </message>
    <message>
        <source>noise AUROC</source>
        <translation>Rausch-AUROC</translation>
    </message>
    <message>
        <source>How well low weights find the wrong labels; 0.5 is chance</source>
        <translation>Wie gut kleine Gewichte die falschen Labels finden; 0,5 ist Zufall</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Number of parameters of the weighting network</source>
        <translation>Zahl der Parameter des Gewichtsnetzes</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Seed of initial weights, batch order and augmentation</source>
        <translation>Seed der Anfangsgewichte, der Batchfolge und der Augmentierung</translation>
    </message>
    <message>
        <source>time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>Schlagworte</translation>
    </message>
    <message>
        <source>Yours, with commas between them; edit in place</source>
        <translation>Ihre, durch Kommas getrennt; an Ort und Stelle zu bearbeiten</translation>
    </message>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Yours; edit in place</source>
        <translation>Ihre; an Ort und Stelle zu bearbeiten</translation>
    </message>
    <message>
        <source>Searched parameter %1</source>
        <translation>Gesuchter Parameter %1</translation>
    </message>
    <message>
        <source>Objective %1, one of several</source>
        <translation>Zielgröße %1, eine von mehreren</translation>
    </message>
    <message>
        <source>How long it ran, without interruptions</source>
        <translation>Wie lange er lief, ohne Unterbrechungen</translation>
    </message>
    <message numerus="yes">
        <source>Mean of the last %Ln epoch(s)</source>
        <translation>
            <numerusform>Mittel der letzten %Ln Epoche</numerusform>
            <numerusform>Mittel der letzten %Ln Epochen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrialDetails</name>
    <message>
        <source>Fresh seeds</source>
        <translation>Frische Seeds</translation>
    </message>
    <message>
        <source>Test, never searched</source>
        <translation>Test, nie gesucht</translation>
    </message>
    <message>
        <source>Noise AUROC</source>
        <translation>Rausch-AUROC</translation>
    </message>
    <message>
        <source>%1   many %2   medium %3   few %4</source>
        <translation>%1   viele %2   mittlere %3   wenige %4</translation>
    </message>
    <message>
        <source>Seed · device</source>
        <translation>Seed · Gerät</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>Versuch</translation>
    </message>
    <message>
        <source>%1: memory ran out before, the batch was halved</source>
        <translation>%1: der Speicher reichte vorher nicht, der Batch wurde halbiert</translation>
    </message>
    <message>
        <source>Selection bias, best of %1</source>
        <translation>Auswahlbias, Bester von %1</translation>
    </message>
    <message>
        <source>about +%1</source>
        <translation>etwa +%1</translation>
    </message>
    <message>
        <source>in</source>
        <translation>ein</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>Trial %1</source>
        <translation>Trial %1</translation>
    </message>
    <message>
        <source>★ best of %1</source>
        <translation>★ bester von %1</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingang</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Meta learning rate</source>
        <translation>Meta-Lernrate</translation>
    </message>
    <message>
        <source>Validation, searched</source>
        <translation>Validierung, gesucht</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>%1 so far, epoch %2</source>
        <translation>%1 bisher, Epoche %2</translation>
    </message>
</context>
<context>
    <name>TrialQuery</name>
    <message>
        <source>The quotation mark before “%1” is not closed: write another one behind it.</source>
        <translation>Das Anführungszeichen vor „%1“ ist nicht geschlossen: Setzen Sie eines dahinter.</translation>
    </message>
    <message>
        <source>“%1” is not known: write values with commas between them, as in state:pruned,failed.</source>
        <translation>„%1“ ist nicht bekannt: Trennen Sie Werte durch Kommas, wie in state:pruned,failed.</translation>
    </message>
    <message>
        <source>“%1” is not needed: a trial must meet every term. Leave it out.</source>
        <translation>„%1“ ist nicht nötig: Ein Trial muss jeden Teil erfüllen. Lassen Sie es weg.</translation>
    </message>
    <message>
        <source>“%1” is not known: write - in front of the term, as in -state:failed.</source>
        <translation>„%1“ ist nicht bekannt: Setzen Sie - vor den Teil, wie in -state:failed.</translation>
    </message>
    <message>
        <source>Between the quotation marks stands nothing: write a word there.</source>
        <translation>Zwischen den Anführungszeichen steht nichts: Schreiben Sie ein Wort hinein.</translation>
    </message>
    <message>
        <source>“%1” is no comparison. There are : = != &lt; &lt;= &gt; and &gt;=.</source>
        <translation>„%1“ ist kein Vergleich. Es gibt : = != &lt; &lt;= &gt; und &gt;=.</translation>
    </message>
    <message>
        <source>“%1” has no column in front of it: write one, as in value&gt;0.45.</source>
        <translation>Vor „%1“ steht keine Spalte: Schreiben Sie eine davor, wie in value&gt;0.45.</translation>
    </message>
    <message>
        <source>This study has no column “%1”. To search for the text, write it in quotation marks: &quot;%2&quot;.</source>
        <translation>Diese Studie hat keine Spalte „%1“. Um den Text zu suchen, setzen Sie ihn in Anführungszeichen: &quot;%2&quot;.</translation>
    </message>
    <message>
        <source>This study has no column “%1”: is %2 meant? To search for the text, write it in quotation marks: &quot;%3&quot;.</source>
        <translation>Diese Studie hat keine Spalte „%1“: Ist %2 gemeint? Um den Text zu suchen, setzen Sie ihn in Anführungszeichen: &quot;%3&quot;.</translation>
    </message>
    <message>
        <source>“%1” holds no numbers that could be more or less: write %2, for example.</source>
        <translation>„%1“ enthält keine Zahlen, die größer oder kleiner sein könnten: Schreiben Sie zum Beispiel %2.</translation>
    </message>
    <message>
        <source>“%1” needs one number to compare with, with a decimal point: write %2, for example.</source>
        <translation>„%1“ braucht eine Zahl zum Vergleich, mit Dezimalpunkt: Schreiben Sie zum Beispiel %2.</translation>
    </message>
    <message>
        <source>“%1” lacks a value: write %2, for example.</source>
        <translation>„%1“ fehlt ein Wert: Schreiben Sie zum Beispiel %2.</translation>
    </message>
    <message>
        <source>“%1” is no number for %2: write %3, for example.</source>
        <translation>„%1“ ist keine Zahl für %2: Schreiben Sie zum Beispiel %3.</translation>
    </message>
    <message>
        <source>“%1” is no value of %2. There are: %3.</source>
        <translation>„%1“ ist kein Wert von %2. Es gibt: %3.</translation>
    </message>
    <message>
        <source>“%1” is no part of an input. There are, with + between them: %2.</source>
        <translation>„%1“ ist kein Teil einer Eingabe. Es gibt, mit + dazwischen: %2.</translation>
    </message>
    <message>
        <source>“%1” is the number of hidden layers, and none has %2: for their width write nodes:%2.</source>
        <translation>„%1“ ist die Zahl der verdeckten Schichten, und keines hat %2: Für ihre Breite schreiben Sie nodes:%2.</translation>
    </message>
    <message>
        <source>“%1” is neither a number of layers, as in layers:2, nor the nodes of each, as in layers:128-128.</source>
        <translation>„%1“ ist weder eine Zahl von Schichten, wie in layers:2, noch sind es die Knoten jeder Schicht, wie in layers:128-128.</translation>
    </message>
</context>
<context>
    <name>TrialScope</name>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n fertig</numerusform>
            <numerusform>%n fertig</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pruned</source>
        <translation>
            <numerusform>%n gestutzt</numerusform>
            <numerusform>%n gestutzt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n gescheitert</numerusform>
            <numerusform>%n gescheitert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n läuft</numerusform>
            <numerusform>%n laufen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>all trials · by state</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>brushed: top %1 %</source>
        <translation>ausgewählt: beste %1 %</translation>
    </message>
    <message numerus="yes">
        <source>brushed: %n trial(s)</source>
        <translation>
            <numerusform>ausgewählt: %n Trial</numerusform>
            <numerusform>ausgewählt: %n Trials</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n interrupted</source>
        <translation>
            <numerusform>%n unterbrochen</numerusform>
            <numerusform>%n unterbrochen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Trials</name>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>done</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>pruned</source>
        <translation>gestutzt</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>gescheitert</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>‖ interrupted, continues at the next start</source>
        <translation>‖ unterbrochen, geht beim nächsten Start weiter</translation>
    </message>
    <message>
        <source>%1 · epoch %2 of %3</source>
        <translation>%1 · Epoche %2 von %3</translation>
    </message>
    <message>
        <source>%1 · step %2</source>
        <translation>%1 · Schritt %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>trial %1: %2, value %3</source>
        <translation>Trial %1: %2, Wert %3</translation>
    </message>
    <message>
        <source>trial %1: %2, layers %3, input %4, value %5</source>
        <translation>Trial %1: %2, Schichten %3, Eingang %4, Wert %5</translation>
    </message>
    <message>
        <source>no hidden layer</source>
        <translation>keine verdeckte Schicht</translation>
    </message>
    <message>
        <source>%1, one seed: no interval</source>
        <translation>%1, ein Seed: kein Intervall</translation>
    </message>
    <message numerus="yes">
        <source>%1 ± %2, %n seed(s)</source>
        <translation>
            <numerusform>%1 ± %2, %n Seed</numerusform>
            <numerusform>%1 ± %2, %n Seeds</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, violates a constraint</source>
        <translation>%1, verletzt eine Nebenbedingung</translation>
    </message>
</context>
<context>
    <name>VariantFigures</name>
    <message>
        <source>%1 (%2)</source>
        <comment>a variant, number of its seeds</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1: %2 ± %3 (%4)</source>
        <comment>variant, mean, half-width, seeds</comment>
        <translation>%1: %2 ± %3 (%4)</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <comment>variant, mean, seeds</comment>
        <translation>%1: %2 (%3)</translation>
    </message>
</context>
<context>
    <name>Variants</name>
    <message>
        <source>searched</source>
        <translation>gesucht</translation>
    </message>
    <message>
        <source>The best trial&apos;s network and rate, retrained: what the others are compared with</source>
        <translation>Netz und Rate des besten Trials, neu trainiert: womit die anderen verglichen werden</translation>
    </message>
    <message>
        <source>fixed 1-100-1, loss</source>
        <translation>fest 1-100-1, Loss</translation>
    </message>
    <message>
        <source>The network of Shu et al. 2019 at the study&apos;s meta rate: does the search gain anything?</source>
        <translation>Das Netz von Shu et al. 2019 mit der Metarate der Studie: bringt die Suche etwas?</translation>
    </message>
    <message>
        <source>1-100-1, loss, searched rate</source>
        <translation>1-100-1, Loss, gesuchte Rate</translation>
    </message>
    <message>
        <source>The same at the searched meta rate: does the rate alone explain the gain?</source>
        <translation>Dasselbe mit der gesuchten Metarate: erklärt die Rate allein den Gewinn?</translation>
    </message>
    <message>
        <source>1-100-1, searched input</source>
        <translation>1-100-1, gesuchter Eingang</translation>
    </message>
    <message>
        <source>1-100-1 with the searched input: does the input alone explain the gain?</source>
        <translation>1-100-1 mit dem gesuchten Eingang: erklärt der Eingang allein den Gewinn?</translation>
    </message>
    <message>
        <source>searched size, loss</source>
        <translation>gesuchte Größe, Loss</translation>
    </message>
    <message>
        <source>The searched layers with the loss as input: do the layers alone explain the gain?</source>
        <translation>Die gesuchten Schichten mit dem Loss als Eingang: erklären die Schichten allein den Gewinn?</translation>
    </message>
    <message>
        <source>largest, loss</source>
        <translation>größte, Loss</translation>
    </message>
    <message>
        <source>The largest network of the space with the loss as input: is size enough?</source>
        <translation>Das größte Netz des Raums mit dem Loss als Eingang: genügt Größe?</translation>
    </message>
    <message>
        <source>largest, searched input</source>
        <translation>größte, gesuchter Eingang</translation>
    </message>
    <message>
        <source>The largest network with the searched input: does its size need a search?</source>
        <translation>Das größte Netz mit dem gesuchten Eingang: muss die Größe gesucht werden?</translation>
    </message>
    <message>
        <source>random search</source>
        <translation>Zufallssuche</translation>
    </message>
    <message>
        <source>The best of a random search with as many trials: does the sampler matter? It costs a second search</source>
        <translation>Das Beste einer Zufallssuche mit ebenso vielen Trials: kommt es auf den Sampler an? Es kostet eine zweite Suche</translation>
    </message>
    <message>
        <source>cross entropy</source>
        <translation>Kreuzentropie</translation>
    </message>
    <message>
        <source>Plain cross entropy, no weights: does weighting help at all?</source>
        <translation>Reine Kreuzentropie, ohne Gewichte: hilft Gewichten überhaupt?</translation>
    </message>
    <message>
        <source>cross entropy, meta images too</source>
        <translation>Kreuzentropie, Metabilder dazu</translation>
    </message>
    <message>
        <source>The meta images join the training set: would training on them do as well?</source>
        <translation>Die Metabilder kommen zur Trainingsmenge: täte es auch, auf ihnen zu trainieren?</translation>
    </message>
    <message>
        <source>test accuracy</source>
        <translation>Testgenauigkeit</translation>
    </message>
    <message>
        <source>balanced test accuracy</source>
        <translation>balancierte Testgenauigkeit</translation>
    </message>
    <message>
        <source>test accuracy, classes with few images</source>
        <translation>Testgenauigkeit, Klassen mit wenigen Bildern</translation>
    </message>
    <message>
        <source>validation accuracy</source>
        <translation>Validierungsgenauigkeit</translation>
    </message>
    <message>
        <source>noise AUROC</source>
        <translation>Rausch-AUROC</translation>
    </message>
    <message>
        <source>fixed 1-100-1, loss + label</source>
        <translation>fest 1-100-1, Loss + Label</translation>
    </message>
    <message>
        <source>The same network, which sees the observed label too: is knowing the class enough?</source>
        <translation>Dasselbe Netz, das auch das beobachtete Label sieht: genügt es, die Klasse zu kennen?</translation>
    </message>
    <message>
        <source>test accuracy, classes with many images</source>
        <translation>Testgenauigkeit, Klassen mit vielen Bildern</translation>
    </message>
    <message>
        <source>test accuracy, classes of medium size</source>
        <translation>Testgenauigkeit, mittelgroße Klassen</translation>
    </message>
    <message>
        <source>test loss (negative log-likelihood)</source>
        <translation>Test-Loss (negative Log-Likelihood)</translation>
    </message>
    <message>
        <source>expected calibration error, test</source>
        <translation>erwarteter Kalibrierungsfehler, Test</translation>
    </message>
    <message>
        <source>noise AUROC, classes with few images</source>
        <translation>Rausch-AUROC, Klassen mit wenigen Bildern</translation>
    </message>
    <message>
        <source>noise average precision</source>
        <translation>mittlere Präzision beim Rauschen</translation>
    </message>
    <message>
        <source>supported</source>
        <translation>gestützt</translation>
    </message>
    <message>
        <source>refuted</source>
        <translation>widerlegt</translation>
    </message>
    <message>
        <source>cannot tell</source>
        <translation>unentschieden</translation>
    </message>
</context>
<context>
    <name>Verdicts</name>
    <message>
        <source>%1 points, one seed: no interval</source>
        <translation>%1 Punkte, ein Seed: kein Intervall</translation>
    </message>
    <message numerus="yes">
        <source>%1 points over %n seed(s)</source>
        <translation>
            <numerusform>%1 Punkte über %n Seed</numerusform>
            <numerusform>%1 Punkte über %n Seeds</numerusform>
        </translation>
    </message>
    <message>
        <source>AUROC %1, one seed: no interval</source>
        <translation>AUROC %1, ein Seed: kein Intervall</translation>
    </message>
    <message numerus="yes">
        <source>AUROC %1 [%2, %3] over %n seed(s)</source>
        <translation>
            <numerusform>AUROC %1 [%2; %3] über %n Seed</numerusform>
            <numerusform>AUROC %1 [%2; %3] über %n Seeds</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 − %2</source>
        <comment>the difference of two variants</comment>
        <translation>%1 − %2</translation>
    </message>
    <message>
        <source>%1 − chance: noise AUROC, classes with few images</source>
        <translation>%1 − Zufall: Rausch-AUROC, Klassen mit wenigen Bildern</translation>
    </message>
    <message>
        <source>✓ better</source>
        <translation>✓ besser</translation>
    </message>
    <message>
        <source>? cannot tell</source>
        <translation>? unentschieden</translation>
    </message>
    <message>
        <source>✕ worse</source>
        <translation>✕ schlechter</translation>
    </message>
    <message numerus="yes">
        <source>%n more seed(s), %1 in all, for 80 % power</source>
        <translation>
            <numerusform>noch %n Seed, %1 im Ganzen, für 80 % Trennschärfe</numerusform>
            <numerusform>noch %n Seeds, %1 im Ganzen, für 80 % Trennschärfe</numerusform>
        </translation>
    </message>
    <message>
        <source>at least 2 seeds</source>
        <translation>wenigstens 2 Seeds</translation>
    </message>
    <message>
        <source>more than %1 seeds</source>
        <translation>mehr als %1 Seeds</translation>
    </message>
    <message>
        <source>g %1 [%2, %3]</source>
        <comment>Hedges&apos; g and its interval</comment>
        <translation>g %1 [%2; %3]</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n seed(s) without a pair are ignored</source>
        <translation>
            <numerusform>%n Seed ohne Gegenstück zählt nicht</numerusform>
            <numerusform>%n Seeds ohne Gegenstück zählen nicht</numerusform>
        </translation>
    </message>
    <message>
        <source>too many pairs to enumerate</source>
        <translation>zu viele Paare zum Aufzählen</translation>
    </message>
    <message>
        <source>Paired Student t: %1, after Holm %2</source>
        <translation>Gepaarter Student t: %1, nach Holm %2</translation>
    </message>
    <message>
        <source>Exact signed rank: %1</source>
        <translation>Exakter Vorzeichen-Rang-Test: %1</translation>
    </message>
    <message>
        <source>Hedges&apos; g of the pairs, exact 95 % interval: %1</source>
        <translation>Hedges&apos; g der Paare, exaktes 95-%-Intervall: %1</translation>
    </message>
    <message>
        <source>%1, if the difference is as large as seen</source>
        <comment>how many more seeds it takes</comment>
        <translation>%1, wenn die Differenz so groß ist wie gesehen</translation>
    </message>
    <message numerus="yes">
        <source>With %n paired seed(s) the exact signed-rank test can never go below p %1: it cannot decide alone.</source>
        <translation>
            <numerusform>Mit %n gepaarten Seed kommt der exakte Vorzeichen-Rang-Test nie unter p %1: er kann allein nicht entscheiden.</numerusform>
            <numerusform>Mit %n gepaarten Seeds kommt der exakte Vorzeichen-Rang-Test nie unter p %1: er kann allein nicht entscheiden.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, one seed: no interval</source>
        <comment>a difference</comment>
        <translation>%1, ein Seed: kein Intervall</translation>
    </message>
    <message numerus="yes">
        <source>%1 [%2, %3] over %n seed(s)</source>
        <comment>a difference and its interval</comment>
        <translation>
            <numerusform>%1 [%2; %3] über %n Seed</numerusform>
            <numerusform>%1 [%2; %3] über %n Seeds</numerusform>
        </translation>
    </message>
    <message>
        <source>not compared: the two do not have the same classes of this size</source>
        <translation>nicht verglichen: Die beiden haben nicht dieselben Klassen dieser Größe</translation>
    </message>
    <message numerus="yes">
        <source>%n seed(s) with which the two do not have the same classes of this size are left out</source>
        <translation>
            <numerusform>%n Seed, mit dem die beiden nicht dieselben Klassen dieser Größe haben, ist ausgelassen</numerusform>
            <numerusform>%n Seeds, mit denen die beiden nicht dieselben Klassen dieser Größe haben, sind ausgelassen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WatchPanels</name>
    <message>
        <source>Another program made this study. It holds no trainings to watch; Search shows what its trials reported.</source>
        <translation>Ein anderes Programm hat diese Studie erstellt. Sie enthält keine Trainings zum Beobachten; was ihre Trials gemeldet haben, steht unter Suchen.</translation>
    </message>
</context>
<context>
    <name>WeightText</name>
    <message>
        <source>wrong labels weigh a little less (AUROC %1)</source>
        <translation>falsche Labels wiegen etwas weniger (AUROC %1)</translation>
    </message>
    <message>
        <source>changed labels weigh a little less (AUROC %1)</source>
        <translation>geänderte Labels wiegen etwas weniger (AUROC %1)</translation>
    </message>
    <message>
        <source>wrong labels weigh a little more (AUROC %1)</source>
        <translation>falsche Labels wiegen etwas mehr (AUROC %1)</translation>
    </message>
    <message>
        <source>changed labels weigh a little more (AUROC %1)</source>
        <translation>geänderte Labels wiegen etwas mehr (AUROC %1)</translation>
    </message>
    <message>
        <source>no difference between wrong and right labels is shown (AUROC %1)</source>
        <translation>kein Unterschied zwischen falschen und richtigen Labels erkennbar (AUROC %1)</translation>
    </message>
    <message>
        <source>no difference between changed and other labels is shown (AUROC %1)</source>
        <translation>kein Unterschied zwischen geänderten und übrigen Labels erkennbar (AUROC %1)</translation>
    </message>
    <message>
        <source>flat, nearly all samples weigh the same</source>
        <translation>flach, fast alle Beispiele wiegen gleich viel</translation>
    </message>
    <message>
        <source>no label is known to be wrong</source>
        <translation>von keinem Label ist bekannt, dass es falsch ist</translation>
    </message>
    <message>
        <source>which labels are wrong is not known</source>
        <translation>welche Labels falsch sind, ist nicht bekannt</translation>
    </message>
    <message>
        <source>wrong labels weigh more (AUROC %1)</source>
        <translation>falsche Labels wiegen mehr (AUROC %1)</translation>
    </message>
    <message>
        <source>changed labels weigh more (AUROC %1)</source>
        <translation>geänderte Labels wiegen mehr (AUROC %1)</translation>
    </message>
    <message>
        <source>separates wrong from right labels (AUROC %1)</source>
        <translation>trennt falsche von richtigen Labels (AUROC %1)</translation>
    </message>
    <message>
        <source>separates changed labels from the others (AUROC %1)</source>
        <translation>trennt geänderte Labels von den übrigen (AUROC %1)</translation>
    </message>
    <message>
        <source>all samples count equally</source>
        <translation>alle Beispiele zählen gleich</translation>
    </message>
    <message>
        <source>fed by the loss</source>
        <translation>gespeist vom Loss</translation>
    </message>
    <message>
        <source>fed by %1</source>
        <comment>what the weighting&apos;s network sees</comment>
        <translation>gespeist von %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a weighting, what its network is fed by</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>where weights come from, what they do</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The weights of 98 of 100 samples span at most %1 % of their mean.</source>
        <translation>Die Gewichte von 98 von 100 Beispielen liegen höchstens %1 % ihres Mittels auseinander.</translation>
    </message>
    <message>
        <source>AUROC of 1 − weight as a score for wrong labels: %1, 95 % interval %2 to %3. It is 1 if every wrong label weighs less than every right one, 0 if every one weighs more, and 0.5 by chance.</source>
        <translation>AUROC von 1 − Gewicht als Maß für falsche Labels: %1, 95-%-Intervall %2 bis %3. Sie ist 1, wenn jedes falsche Label weniger wiegt als jedes richtige, 0, wenn jedes mehr wiegt, und 0,5 bei Zufall.</translation>
    </message>
    <message>
        <source>Whether weights tell wrong labels apart can only be seen where it is known which labels are wrong.</source>
        <translation>Ob Gewichte falsche Labels erkennen, zeigt sich nur, wo bekannt ist, welche falsch sind.</translation>
    </message>
    <message>
        <source>AUROC of 1 − weight as a score for changed labels: %1, 95 % interval %2 to %3. It is 1 if every changed label weighs less than every other, 0 if every one weighs more, and 0.5 by chance.</source>
        <translation>AUROC von 1 − Gewicht als Maß für geänderte Labels: %1, 95-%-Intervall %2 bis %3. Sie ist 1, wenn jedes geänderte Label weniger wiegt als jedes andere, 0, wenn jedes mehr wiegt, und 0,5 bei Zufall.</translation>
    </message>
    <message>
        <source>separates both shifts: changed labels weigh less, rare classes do not</source>
        <translation>trennt beide Verschiebungen: geänderte Labels wiegen weniger, seltene Klassen nicht</translation>
    </message>
    <message>
        <source>separates both shifts: wrong labels weigh less, rare classes do not</source>
        <translation>trennt beide Verschiebungen: falsche Labels wiegen weniger, seltene Klassen nicht</translation>
    </message>
    <message>
        <source>follows the loss only: changed labels and rare classes rise together</source>
        <translation>folgt nur dem Loss: geänderte Labels und seltene Klassen steigen gemeinsam</translation>
    </message>
    <message>
        <source>follows the loss only: wrong labels and rare classes rise together</source>
        <translation>folgt nur dem Loss: falsche Labels und seltene Klassen steigen gemeinsam</translation>
    </message>
    <message>
        <source>follows the loss only: changed labels and rare classes fall together</source>
        <translation>folgt nur dem Loss: geänderte Labels und seltene Klassen fallen gemeinsam</translation>
    </message>
    <message>
        <source>follows the loss only: wrong labels and rare classes fall together</source>
        <translation>folgt nur dem Loss: falsche Labels und seltene Klassen fallen gemeinsam</translation>
    </message>
    <message>
        <source>follows class size only</source>
        <translation>folgt nur der Klassengröße</translation>
    </message>
    <message>
        <source>mixed: neither separating both shifts nor following the loss or class size alone is shown</source>
        <translation>gemischt: weder ein Trennen beider Verschiebungen noch ein Folgen allein dem Loss oder der Klassengröße ist erkennbar</translation>
    </message>
</context>
<context>
    <name>reweigh</name>
    <message>
        <source>There is no setting &quot;%1&quot;; did you mean &quot;%3&quot;?</source>
        <translation>Es gibt keine Einstellung „%1“; meinten Sie „%3“?</translation>
    </message>
    <message>
        <source>&quot;%2&quot; is no value of %1; did you mean &quot;%3&quot;?</source>
        <translation>„%2“ ist kein Wert von %1; meinten Sie „%3“?</translation>
    </message>
    <message>
        <source>&quot;%2&quot; is no value of %1; it takes: %3.</source>
        <translation>„%2“ ist kein Wert von %1; möglich sind: %3.</translation>
    </message>
    <message>
        <source>%1 cannot be %2; give %3.</source>
        <translation>%1 kann nicht %2 sein; erlaubt: %3.</translation>
    </message>
    <message>
        <source>The configuration %1 is not a JSON object (%2); compare it with the output of --print-config.</source>
        <translation>Die Konfiguration %1 ist kein JSON-Objekt (%2); vergleichen Sie sie mit der Ausgabe von --print-config.</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 fehlt.</translation>
    </message>
    <message>
        <source>The data set is not at %1; %3.</source>
        <translation>Der Datensatz liegt nicht in %1; %3.</translation>
    </message>
    <message>
        <source>There is no file %1; check the path.</source>
        <translation>Es gibt keine Datei %1; prüfen Sie den Pfad.</translation>
    </message>
    <message>
        <source>%1 cannot be read (%2); check its name and its permissions.</source>
        <translation>%1 kann nicht gelesen werden (%2); prüfen Sie den Namen und die Rechte.</translation>
    </message>
    <message>
        <source>%1 is cut short (%2); get a whole copy of it.</source>
        <translation>%1 ist abgeschnitten (%2); beschaffen Sie eine vollständige Kopie.</translation>
    </message>
    <message>
        <source>%1 is larger than it may be (%2, at most %3); check that it is the right file.</source>
        <translation>%1 ist größer als erlaubt (%2, höchstens %3); prüfen Sie, ob es die richtige Datei ist.</translation>
    </message>
    <message>
        <source>%1 is larger than it may be (%2); check that it is the right file.</source>
        <translation>%1 ist größer als erlaubt (%2); prüfen Sie, ob es die richtige Datei ist.</translation>
    </message>
    <message>
        <source>%1 is not a PNG or JPEG image (%2); remove it from the folder or repair it.</source>
        <translation>%1 ist kein PNG- oder JPEG-Bild (%2); entfernen Sie es aus dem Ordner oder reparieren Sie es.</translation>
    </message>
    <message>
        <source>%1 has a label outside the data set&apos;s classes (%2; allowed %3); check that it is the right file.</source>
        <translation>%1 hat ein Label außerhalb der Klassen des Datensatzes (%2; erlaubt %3); prüfen Sie, ob es die richtige Datei ist.</translation>
    </message>
    <message>
        <source>Imbalance factor %2 would leave class %1 empty; the largest that works is %3.</source>
        <translation>Ungleichgewichtsfaktor %2 ließe Klasse %1 leer; der größte mögliche ist %3.</translation>
    </message>
    <message>
        <source>%1 does not fit %2; use %3.</source>
        <translation>%1 passt nicht zu %2; nehmen Sie %3.</translation>
    </message>
    <message>
        <source>The download of %1 failed (%2); run it again, it continues where it stopped.</source>
        <translation>Das Herunterladen von %1 schlug fehl (%2); starten Sie es neu, es geht weiter, wo es aufhörte.</translation>
    </message>
    <message>
        <source>%1 has checksum %2 instead of %3; delete it and download it again.</source>
        <translation>%1 hat die Prüfsumme %2 statt %3; löschen Sie die Datei und laden Sie sie neu.</translation>
    </message>
    <message>
        <source>The archive %1 wants to write outside its folder (%2); it was not unpacked.</source>
        <translation>Das Archiv %1 will außerhalb seines Ordners schreiben (%2); es wurde nicht ausgepackt.</translation>
    </message>
    <message>
        <source>%1 cannot be written (%2); choose another folder or change its permissions.</source>
        <translation>%1 lässt sich nicht schreiben (%2); wählen Sie einen anderen Ordner oder ändern Sie seine Rechte.</translation>
    </message>
    <message>
        <source>The run %1 is being written by another process; wait for it or stop it.</source>
        <translation>Der Lauf %1 wird von einem anderen Prozess geschrieben; warten Sie auf ihn oder halten Sie ihn an.</translation>
    </message>
    <message>
        <source>The run %1 is being written by another process (%2); wait for it or stop it.</source>
        <translation>Der Lauf %1 wird von einem anderen Prozess geschrieben (%2); warten Sie auf ihn oder halten Sie ihn an.</translation>
    </message>
    <message>
        <source>The checkpoint %1 belongs to another run (%2); %3.</source>
        <translation>Der Checkpoint %1 gehört zu einem anderen Lauf (%2); %3.</translation>
    </message>
    <message>
        <source>There is no study at %1; check the path, or start one with reweigh search.</source>
        <translation>Es gibt keine Studie in %1; prüfen Sie den Pfad, oder beginnen Sie eine mit reweigh search.</translation>
    </message>
    <message>
        <source>%1 already holds a study or run; continue it with --resume, or give another --out.</source>
        <translation>%1 enthält schon eine Studie oder einen Lauf; setzen Sie ihn mit --resume fort, oder geben Sie ein anderes --out.</translation>
    </message>
    <message>
        <source>%1 is not a study file (not an SQLite database); give the study.db of a study&apos;s folder.</source>
        <translation>%1 ist keine Studiendatei (keine SQLite-Datenbank); geben Sie die study.db eines Studienordners.</translation>
    </message>
    <message>
        <source>The study %1 is being written by another process; wait for it or stop it.</source>
        <translation>Die Studie %1 wird von einem anderen Prozess geschrieben; warten Sie auf ihn oder halten Sie ihn an.</translation>
    </message>
    <message>
        <source>The study %1 is being written by another process (%2); wait for it or stop it.</source>
        <translation>Die Studie %1 wird von einem anderen Prozess geschrieben (%2); warten Sie auf ihn oder halten Sie ihn an.</translation>
    </message>
    <message>
        <source>The study %1 is damaged (%2); restore a copy of it.</source>
        <translation>Die Studie %1 ist beschädigt (%2); stellen Sie eine Kopie wieder her.</translation>
    </message>
    <message>
        <source>The study %1 has no finished trial yet; let reweigh search finish one.</source>
        <translation>Die Studie %1 hat noch keinen vollendeten Trial; lassen Sie reweigh search einen vollenden.</translation>
    </message>
    <message>
        <source>%1 is not an architecture file of this version (%2; expected %3); write it anew with reweigh export.</source>
        <translation>%1 ist keine Architekturdatei dieser Version (%2; erwartet %3); schreiben Sie sie mit reweigh export neu.</translation>
    </message>
    <message>
        <source>Device %1 cannot be used (%2); there is: %3.</source>
        <translation>Gerät %1 ist nicht nutzbar (%2); es gibt: %3.</translation>
    </message>
    <message>
        <source>Device %1 cannot be used (%2).</source>
        <translation>Gerät %1 ist nicht nutzbar (%2).</translation>
    </message>
    <message>
        <source>Precision %1 is not supported on %2; use fp32.</source>
        <translation>Präzision %1 wird auf %2 nicht unterstützt; nehmen Sie fp32.</translation>
    </message>
    <message>
        <source>%1 ran out of memory (%2); lower batch-size or choose a smaller model.</source>
        <translation>Auf %1 ging der Speicher aus (%2); senken Sie batch-size oder wählen Sie ein kleineres Modell.</translation>
    </message>
    <message>
        <source>Interrupted; everything so far is in %1: run the same command with --resume to continue.</source>
        <translation>Unterbrochen; alles bisher liegt in %1: derselbe Befehl mit --resume setzt es fort.</translation>
    </message>
    <message>
        <source>Training of %1 failed: %2</source>
        <translation>Das Training von %1 schlug fehl: %2</translation>
    </message>
    <message>
        <source>Internal error: %2 (%1). Please report it.</source>
        <translation>Interner Fehler: %2 (%1). Bitte melden Sie ihn.</translation>
    </message>
    <message>
        <source>%1 has no effect in a search, which draws its own for each trial; give %3 instead.</source>
        <translation>%1 bewirkt in einer Suche nichts, denn sie zieht für jeden Trial selbst; geben Sie stattdessen %3 an.</translation>
    </message>
    <message>
        <source>%1 has no effect in a search, whose trials all use the same value; leave it out.</source>
        <translation>%1 bewirkt in einer Suche nichts, deren Trials alle denselben Wert haben; lassen Sie es weg.</translation>
    </message>
    <message>
        <source>%1 has no effect with %2, only with %3.</source>
        <translation>%1 bewirkt nichts mit %2, nur mit %3.</translation>
    </message>
    <message>
        <source>%1 has no effect with %2; leave one of them out.</source>
        <translation>%1 bewirkt nichts mit %2; lassen Sie eines von beiden weg.</translation>
    </message>
    <message>
        <source>%1 holds no class folders; put the images of each class into a folder of its own there, named after the class.</source>
        <translation>%1 enthält keine Klassenordner; legen Sie die Bilder jeder Klasse dort in einen eigenen Ordner, der wie die Klasse heißt.</translation>
    </message>
    <message>
        <source>%1 holds one class folder only (%2); there is nothing to tell apart: add the folders of the other classes, or name the folder that holds them.</source>
        <translation>%1 enthält nur einen Klassenordner (%2), es gibt also nichts zu unterscheiden: fügen Sie die Ordner der anderen Klassen hinzu, oder nennen Sie den Ordner, der sie enthält.</translation>
    </message>
    <message>
        <source>%1 holds %2 class folders, and %3 are the most there may be; name the folder whose folders are classes, or join some.</source>
        <translation>%1 enthält %2 Klassenordner, höchstens %3 sind möglich; nennen Sie den Ordner, dessen Ordner Klassen sind, oder fassen Sie einige zusammen.</translation>
    </message>
    <message>
        <source>No class in %1 has two images, so none can be kept for tests; add images, or divide them into train and test folders.</source>
        <translation>Keine Klasse in %1 hat zwei Bilder, also bleibt keines für Tests; fügen Sie Bilder hinzu, oder teilen Sie sie auf Ordner train und test auf.</translation>
    </message>
    <message>
        <source>The class folder %1 holds no image; put its images there, or remove the folder.</source>
        <translation>Der Klassenordner %1 enthält kein Bild; legen Sie seine Bilder dorthin, oder entfernen Sie ihn.</translation>
    </message>
    <message>
        <source>The training images have no class of the name of %1; rename or remove that folder, or add training images of the class.</source>
        <translation>Die Trainingsbilder haben keine Klasse mit dem Namen von %1; benennen Sie den Ordner um, entfernen Sie ihn, oder fügen Sie Trainingsbilder der Klasse hinzu.</translation>
    </message>
    <message>
        <source>The study %1 is of other data (differing: %2); give the data it was made with, or another --out.</source>
        <translation>Die Studie %1 ist von anderen Daten (verschieden: %2); geben Sie die Daten an, mit denen sie gemacht wurde, oder ein anderes --out.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no variant; write a name of the list, or one of your own as name:key=value,key=value (letters, digits, + - _ . in its name, dashes in lists: hidden=64-64).</source>
        <translation>„%1“ ist keine Variante; schreiben Sie einen Namen der Liste, oder eine eigene als name:key=value,key=value (im Namen Buchstaben, Ziffern, + - _ ., in Listen Striche: hidden=64-64).</translation>
    </message>
    <message>
        <source>Variant %1 cannot have its own %2: it is the same for all compared variants.</source>
        <translation>Variante %1 kann kein eigenes %2 haben: es ist für alle verglichenen Varianten gleich.</translation>
    </message>
    <message>
        <source>Two variants are called %1; give one of them another name.</source>
        <translation>Zwei Varianten heißen %1; geben Sie einer einen anderen Namen.</translation>
    </message>
    <message>
        <source>Variants %1 and %2 are one and the same training; leave one out, or change a setting of it.</source>
        <translation>Die Varianten %1 und %2 sind ein und dasselbe Training; lassen Sie eine weg, oder ändern Sie eine Einstellung.</translation>
    </message>
    <message>
        <source>Nothing is named that could be compared; give --variants, for example searched,fixed,ce.</source>
        <translation>Es ist nichts genannt, was verglichen werden könnte; geben Sie --variants an, zum Beispiel searched,fixed,ce.</translation>
    </message>
    <message>
        <source>%1 names no variant; give it a list &quot;variants&quot;, for example [&quot;searched&quot;, &quot;ce&quot;].</source>
        <translation>%1 nennt keine Variante; geben Sie ihm eine Liste &quot;variants&quot;, zum Beispiel [&quot;searched&quot;, &quot;ce&quot;].</translation>
    </message>
    <message>
        <source>&quot;%2&quot; is no value of %1. %3</source>
        <translation>„%2“ ist kein Wert von %1. %3</translation>
    </message>
    <message>
        <source>The network of the run %1 cannot be exported: that of the weighting %2 has several outputs, and a file holds one; leave --torchscript out.</source>
        <translation>Das Netz des Laufs %1 lässt sich nicht exportieren: das der Gewichtung %2 hat mehrere Ausgänge, und eine Datei fasst einen; lassen Sie --torchscript weg.</translation>
    </message>
    <message>
        <source>The run %1 has no network to export, for its weights come from the weighting %2; leave --torchscript out.</source>
        <translation>Der Lauf %1 hat kein Netz zum Exportieren, denn seine Gewichte kommen von der Gewichtung %2; lassen Sie --torchscript weg.</translation>
    </message>
    <message>
        <source>%1, line %2: %3.</source>
        <translation>%1, Zeile %2: %3.</translation>
    </message>
    <message>
        <source>%1 has several columns that may be the labels; name one with --label-column: %3.</source>
        <translation>%1 hat mehrere Spalten, die die Labels sein können; nennen Sie eine mit --label-column: %3.</translation>
    </message>
    <message>
        <source>%1 has no column %2; it has: %3.</source>
        <translation>%1 hat keine Spalte %2; es gibt: %3.</translation>
    </message>
    <message>
        <source>%1 has a row of an image that is no training image (%2; there are %3); check that the file is of this data set.</source>
        <translation>%1 hat eine Zeile für ein Bild, das kein Trainingsbild ist (%2; es gibt %3); prüfen Sie, ob die Datei zu diesem Datensatz gehört.</translation>
    </message>
    <message>
        <source>%1 leaves %2 without a label; add their rows: every training image needs one.</source>
        <translation>%1 lässt %2 ohne Label; ergänzen Sie ihre Zeilen: jedes Trainingsbild braucht eine.</translation>
    </message>
    <message>
        <source>%1 is of other images, or has them in another order (%2); take the file that was made for this data set.</source>
        <translation>%1 gehört zu anderen Bildern oder hat sie in anderer Reihenfolge (%2); nehmen Sie die Datei, die für diesen Datensatz gemacht wurde.</translation>
    </message>
    <message>
        <source>No trial of the search %1 succeeded, so nothing can be made from it; reweigh report says why each one failed.</source>
        <translation>Kein Trial der Suche %1 ist gelungen, deshalb lässt sich nichts aus ihr machen; reweigh report sagt, warum jeder gescheitert ist.</translation>
    </message>
    <message>
        <source>The plan %1 cannot be carried out: %2; give %3.</source>
        <translation>Der Plan %1 lässt sich nicht ausführen: %2; geben Sie an: %3.</translation>
    </message>
    <message>
        <source>Interrupted; everything so far is in %1: run the same command again to continue.</source>
        <translation>Unterbrochen; alles bisher liegt in %1: derselbe Befehl, noch einmal gegeben, setzt es fort.</translation>
    </message>
    <message>
        <source>There is no setting &quot;%1&quot;; reweigh train --print-config lists them all.</source>
        <translation>Es gibt keine Einstellung „%1“; reweigh train --print-config zählt sie alle auf.</translation>
    </message>
    <message>
        <source>There is no room left to write %1 (%2); free some space and run the same command again, with --resume if it has that option.</source>
        <translation>Es ist kein Platz mehr, %1 zu schreiben (%2); schaffen Sie Platz und starten Sie denselben Befehl noch einmal, mit --resume, wenn er diese Option hat.</translation>
    </message>
    <message>
        <source>The study %1 searches another space (%2); take the settings of the search that it was made with, or another folder for a new study.</source>
        <translation>Die Studie %1 sucht einen anderen Raum (%2); nehmen Sie die Einstellungen der Suche, mit denen sie gemacht wurde, oder einen anderen Ordner für eine neue Studie.</translation>
    </message>
    <message>
        <source>The plan %1 is not a JSON object (%2); %3.</source>
        <translation>Der Plan %1 ist kein JSON-Objekt (%2); %3.</translation>
    </message>
    <message>
        <source>Device %1 stopped working (%2); start the program again and continue, with --resume if the command has that option.</source>
        <translation>Gerät %1 arbeitet nicht mehr (%2); starten Sie das Programm neu und machen Sie weiter, mit --resume, wenn der Befehl diese Option hat.</translation>
    </message>
    <message>
        <source>%2 has no option %1; did you mean %3?</source>
        <translation>%2 hat keine Option %1; war %3 gemeint?</translation>
    </message>
    <message>
        <source>%2 has no option %1; %2 --help lists those it has.</source>
        <translation>%2 hat keine Option %1; %2 --help führt die vorhandenen auf.</translation>
    </message>
    <message>
        <source>%1; see %2 --help.</source>
        <translation>%1; siehe %2 --help.</translation>
    </message>
    <message>
        <source>%1 learns from images whose labels are right, and nobody has checked this folder&apos;s: name checked images with --clean (all: every label is right), or give --meta pseudo, which chooses images by their loss.</source>
        <translation>%1 lernt von Bildern mit richtigen Labels, und die dieses Ordners hat niemand geprüft: nennen Sie geprüfte Bilder mit --clean (all: jedes Label ist richtig), oder geben Sie --meta pseudo an, das Bilder nach ihrem Loss wählt.</translation>
    </message>
    <message>
        <source>%1 holds one folder only (%2), and the class folders seem to be in that one; name %3 instead.</source>
        <translation>%1 enthält nur einen Ordner (%2), und die Klassenordner scheinen in diesem zu liegen; nennen Sie stattdessen %3.</translation>
    </message>
    <message>
        <source>The class folder %1 holds no image to read (%2); put PNG or JPEG images there, or remove the folder.</source>
        <translation>Der Klassenordner %1 enthält kein lesbares Bild (%2); legen Sie PNG- oder JPEG-Bilder dorthin, oder entfernen Sie ihn.</translation>
    </message>
    <message>
        <source>%1 has image files that cannot be read, %2; repair or remove them, or leave them out with --skip-broken.</source>
        <translation>%1 enthält Bilddateien, die nicht gelesen werden können, %2; reparieren oder entfernen Sie sie, oder lassen Sie sie mit --skip-broken weg.</translation>
    </message>
    <message>
        <source>What was printed to %1 is not complete (%2); make room there or send it elsewhere, and run the command again.</source>
        <translation>Was auf %1 ausgegeben wurde, ist unvollständig (%2); dort Platz schaffen oder die Ausgabe anderswohin leiten und den Befehl noch einmal ausführen.</translation>
    </message>
    <message>
        <source>%1 holds no study named %2; it holds: %3.</source>
        <translation>%1 enthält keine Studie namens %2; darin sind: %3.</translation>
    </message>
    <message>
        <source>%1 is a database, but not one of studies (%2); give the study.db of a study&apos;s folder.</source>
        <translation>%1 ist eine Datenbank, aber keine von Studien (%2); geben Sie die study.db eines Studienordners an.</translation>
    </message>
    <message>
        <source>%1 is a journal of Optuna&apos;s: it is read here, but not written; copy its study into a database, in Python with %3.</source>
        <translation>%1 ist ein Journal von Optuna: Es wird hier gelesen, aber nicht geschrieben; kopieren Sie seine Studie in eine Datenbank, in Python mit %3.</translation>
    </message>
    <message>
        <source>%1 is the lock of %2, and this file system cannot tell whether that process still runs; remove the file if it does not.</source>
        <translation>%1 ist die Sperre von %2, und dieses Dateisystem kann nicht sagen, ob der Prozess noch läuft; löschen Sie die Datei, wenn er nicht mehr läuft.</translation>
    </message>
    <message>
        <source>%1 lies on a file system without file locks (%2), which keep two writers apart; copy the study to a local disk and work there.</source>
        <translation>%1 liegt auf einem Dateisystem ohne Dateisperren (%2), die zwei Schreiber auseinanderhalten; kopieren Sie die Studie auf eine lokale Platte und arbeiten Sie dort.</translation>
    </message>
    <message>
        <source>%1 holds several studies; name one with --study-name: %2.</source>
        <translation>%1 enthält mehrere Studien; nennen Sie eine mit --study-name: %2.</translation>
    </message>
    <message>
        <source>The study %1 has %2 objectives; reweigh report and the window show them, but what is searched or compared here has one.</source>
        <translation>Die Studie %1 hat %2 Zielgrößen; reweigh report und das Fenster zeigen sie, aber was hier gesucht oder verglichen wird, hat eine.</translation>
    </message>
    <message>
        <source>The study %1 was made by another program and has no settings of trainings, which this needs; reweigh report and the window show what it holds.</source>
        <translation>Die Studie %1 stammt von einem anderen Programm und hat keine Trainingseinstellungen, die hierfür nötig sind; reweigh report und das Fenster zeigen, was sie enthält.</translation>
    </message>
    <message>
        <source>The study %1 has the tables of an earlier Optuna (%2); upgrade them, after a copy, with: %3</source>
        <translation>Die Studie %1 hat die Tabellen eines früheren Optuna (%2); bringen Sie sie, nach einer Kopie, auf den neuen Stand mit: %3</translation>
    </message>
    <message>
        <source>The study %1 has the tables of a later Optuna (%2) than this program knows; use a newer reweigh.</source>
        <translation>Die Studie %1 hat die Tabellen eines späteren Optuna (%2), als dieses Programm kennt; nehmen Sie ein neueres reweigh.</translation>
    </message>
    <message>
        <source>The training engine %1 could not be loaded (%2); install the package again, or run packaging/setup and build again.</source>
        <translation>Die Trainings-Engine %1 ließ sich nicht laden (%2); installieren Sie das Paket neu, oder starten Sie packaging/setup und bauen Sie neu.</translation>
    </message>
    <message>
        <source>Trainings need LibTorch %3, which is not in %1; reweigh setup downloads it.</source>
        <translation>Zum Trainieren ist LibTorch %3 nötig, das nicht in %1 liegt; reweigh setup lädt es herunter.</translation>
    </message>
    <message>
        <source>LibTorch %3 could not be loaded (%2); run reweigh setup --remove, then reweigh setup, which downloads it to %1.</source>
        <translation>LibTorch %3 ließ sich nicht laden (%2); starten Sie reweigh setup --remove und dann reweigh setup, das es nach %1 herunterlädt.</translation>
    </message>
    <message>
        <source>The configuration %1 is not a JSON object (%2); %3.</source>
        <translation>Die Konfiguration %1 ist kein JSON-Objekt (%2); %3.</translation>
    </message>
    <message>
        <source>The name of a file is empty; give one.</source>
        <translation>Der Name einer Datei ist leer; geben Sie einen an.</translation>
    </message>
    <message>
        <source>The name of a study&apos;s file is empty; give one.</source>
        <translation>Der Name der Datei einer Studie ist leer; geben Sie einen an.</translation>
    </message>
    <message>
        <source>%1 cannot be read as %3 (%2); check that it is the right file, or restore a copy of it.</source>
        <translation>%1 lässt sich nicht als %3 lesen (%2); prüfen Sie, ob es die richtige Datei ist, oder stellen Sie eine Kopie wieder her.</translation>
    </message>
    <message>
        <source>%1 is damaged (%2); restore a copy of it, or download it again.</source>
        <translation>%1 ist beschädigt (%2); stellen Sie eine Kopie wieder her oder laden Sie sie neu herunter.</translation>
    </message>
    <message>
        <source>Interrupted before anything was written: run the same command again.</source>
        <translation>Unterbrochen, bevor etwas geschrieben war: Führen Sie denselben Befehl noch einmal aus.</translation>
    </message>
    <message>
        <source>There is no folder %1; check the path.</source>
        <translation>Es gibt keinen Ordner %1; prüfen Sie den Pfad.</translation>
    </message>
    <message>
        <source>%1 is a file; name the folder that holds the folders of the classes.</source>
        <translation>%1 ist eine Datei; nennen Sie den Ordner, der die Ordner der Klassen enthält.</translation>
    </message>
    <message>
        <source>The comparison stored in the study %1 cannot be read (%2), but its trials can; restore a copy of the study to have the comparison again.</source>
        <translation>Der in der Studie %1 gespeicherte Vergleich lässt sich nicht lesen (%2), ihre Trials aber schon; stellen Sie eine Kopie der Studie wieder her, um den Vergleich wieder zu haben.</translation>
    </message>
    <message>
        <source>%1 is missing: the folder of class-named folders of images.</source>
        <translation>%1 fehlt: der Ordner, in dem für jede Klasse ein Ordner mit ihrem Namen und ihren Bildern liegt.</translation>
    </message>
    <message>
        <source>%1 is missing: the CSV file of labels, which noise-type file takes them from.</source>
        <translation>%1 fehlt: die CSV-Datei, aus der die Rauschart „file“ die Labels nimmt.</translation>
    </message>
    <message>
        <source>%1 is missing: a plan out of a pipe has no folder beside it for its studies.</source>
        <translation>%1 fehlt: Neben einem Plan aus einer Pipe ist kein Ordner für seine Studien.</translation>
    </message>
    <message>
        <source>Class %1 has too few images (%3) to hold %2 out and train on one; lower meta-per-class or val-per-class.</source>
        <translation>Klasse %1 hat zu wenige Bilder (%3), um %2 zurückzuhalten und mit einem zu trainieren; senken Sie meta-per-class oder val-per-class.</translation>
    </message>
    <message>
        <source>Class %1 has too few checked images (%3) to hold %2 out; check more of them, or lower meta-per-class or val-per-class.</source>
        <translation>Klasse %1 hat zu wenige geprüfte Bilder (%3), um %2 zurückzuhalten; prüfen Sie weitere oder senken Sie meta-per-class oder val-per-class.</translation>
    </message>
</context>
<context>
    <name>reweigh::AccuracyPanel</name>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <translation>Balancierte Genauigkeit</translation>
    </message>
    <message>
        <source>Accuracy of the classes with few images</source>
        <translation>Genauigkeit der Klassen mit wenigen Bildern</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Loss</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>Über</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Wall time</source>
        <translation>Laufzeit</translation>
    </message>
    <message>
        <source>Other trials in the background</source>
        <translation>Andere Trials im Hintergrund</translation>
    </message>
    <message>
        <source>Logarithmic horizontal axis</source>
        <translation>Waagerechte Achse logarithmisch</translation>
    </message>
    <message>
        <source>Logarithmic vertical axis</source>
        <translation>Senkrechte Achse logarithmisch</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Glättung</translation>
    </message>
    <message>
        <source>Loss and accuracy of the trial that runs, or of those chosen in a list, will be drawn here.</source>
        <translation>Loss und Genauigkeit des laufenden oder der in einer Liste gewählten Trials werden hier gezeichnet.</translation>
    </message>
    <message>
        <source>trial %1</source>
        <translation>Trial %1</translation>
    </message>
    <message numerus="yes">
        <source>%n trial(s)</source>
        <translation>
            <numerusform>%n Trial</numerusform>
            <numerusform>%n Trials</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · smoothing %2 · x: %3</source>
        <translation>%1 · Glättung %2 · x: %3</translation>
    </message>
    <message>
        <source>%1: %2 ± %3 over %4 runs</source>
        <translation>%1: %2 ± %3 über %4 Läufe</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Variants of the comparison instead of chosen trials</source>
        <translation>Varianten des Vergleichs statt gewählter Trials</translation>
    </message>
    <message>
        <source>log x</source>
        <translation>log x</translation>
    </message>
    <message>
        <source>log y</source>
        <translation>log y</translation>
    </message>
    <message numerus="yes">
        <source>%n variant(s)</source>
        <translation>
            <numerusform>%n Variante</numerusform>
            <numerusform>%n Varianten</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, until %2 has its first epoch</source>
        <comment>what is seen, what will be seen</comment>
        <translation>%1, bis %2 eine erste Epoche hat</translation>
    </message>
    <message>
        <source>%1 · thick: %2</source>
        <comment>how many things, a split</comment>
        <translation>%1 · dick: %2</translation>
    </message>
    <message>
        <source>Loss and accuracy of the variants that a comparison trains will be drawn here.</source>
        <translation>Loss und Genauigkeit der Varianten, die ein Vergleich trainiert, werden hier gezeichnet.</translation>
    </message>
    <message>
        <source>No epoch of %1 has ended yet. The curves begin with the first one.</source>
        <translation>Von %1 ist noch keine Epoche zu Ende. Die Kurven beginnen mit der ersten.</translation>
    </message>
    <message>
        <source>values as measured, lines smoothed</source>
        <translation>Werte wie gemessen, Linien geglättet</translation>
    </message>
    <message>
        <source>Smoothing of the curves: the share that the average of before keeps at each point. Values beside the plot and at the pointer are as measured, and so are the thin lines behind a thick one.</source>
        <translation>Glättung der Kurven: der Anteil, den das bisherige Mittel an jedem Punkt behält. Die Werte neben dem Bild und am Zeiger sind wie gemessen, ebenso die dünnen Linien hinter einer dicken.</translation>
    </message>
</context>
<context>
    <name>reweigh::AccuracyPlot</name>
    <message>
        <source>validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>meta</source>
        <translation>Meta</translation>
    </message>
    <message>
        <source>train, observed labels</source>
        <translation>Training, beobachtete Labels</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>seconds of training</source>
        <translation>Sekunden des Trainings</translation>
    </message>
    <message>
        <source>%1 ± %2  n %3</source>
        <translation>%1 ± %2  n %3</translation>
    </message>
    <message>
        <source>%1 %2
%3</source>
        <translation>%1 %2
%3</translation>
    </message>
    <message>
        <source>cross entropy</source>
        <translation>Kreuzentropie</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
</context>
<context>
    <name>reweigh::ArchitecturesDialog</name>
    <message>
        <source>Export best architectures</source>
        <translation>Beste Architekturen exportieren</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>&amp;How many</source>
        <translation>&amp;Wie viele</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Networks, training settings and recipe, as reweigh export writes them. Only complete trials count.</source>
        <translation>Netze, Trainingseinstellungen und Rezept, wie reweigh export sie schreibt. Nur vollendete Trials zählen.</translation>
    </message>
    <message>
        <source>Architectures (*.json)</source>
        <translation>Architekturen (*.json)</translation>
    </message>
</context>
<context>
    <name>reweigh::BrokenImages</name>
    <message>
        <source>Image</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Images that cannot be read</source>
        <translation>Nicht lesbare Bilder</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Copies the chosen lines, or all if none is chosen</source>
        <translation>Kopiert die gewählten Zeilen, oder alle, wenn keine gewählt ist</translation>
    </message>
    <message>
        <source>Images of %1 that cannot be read and are left out: %2.</source>
        <translation>Nicht lesbare Bilder von %1, die weggelassen werden: %2.</translation>
    </message>
    <message>
        <source>Leave these images out</source>
        <translation>Diese Bilder weglassen</translation>
    </message>
    <message>
        <source>As --skip-broken does; the setting Broken images takes it back</source>
        <translation>Wie --skip-broken; die Einstellung Defekte Bilder nimmt es zurück</translation>
    </message>
    <message>
        <source>Images of %1 that cannot be read: %2. Repair or remove them, or leave them out.</source>
        <translation>Nicht lesbare Bilder von %1: %2. Reparieren oder entfernen Sie sie, oder lassen Sie sie weg.</translation>
    </message>
</context>
<context>
    <name>reweigh::CellTableModel</name>
    <message>
        <source>%1 of %2</source>
        <comment>done, in all</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Trial %1, by the search&apos;s own metric</source>
        <translation>Trial %1, nach der Metrik der Suche</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>Zelle</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>Seeds</translation>
    </message>
    <message>
        <source>Trials</source>
        <translation>Trials</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Bester</translation>
    </message>
    <message>
        <source>Trainings</source>
        <translation>Trainings</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Gescheitert</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>The settings that tell the cells of the plan apart</source>
        <translation>Die Einstellungen, die die Zellen des Plans unterscheiden</translation>
    </message>
    <message>
        <source>Fresh seeds every variant is trained with</source>
        <translation>Frische Seeds, mit denen jede Variante trainiert wird</translation>
    </message>
    <message>
        <source>Trials of the cell&apos;s searches that have ended</source>
        <translation>Beendete Trials der Suchen dieser Zelle</translation>
    </message>
    <message>
        <source>Value of the best trial of the search</source>
        <translation>Wert des besten Trials der Suche</translation>
    </message>
    <message>
        <source>Trainings of variants that have ended, failed ones too</source>
        <translation>Beendete Trainings der Varianten, auch gescheiterte</translation>
    </message>
    <message>
        <source>Trainings of variants that failed or diverged</source>
        <translation>Trainings der Varianten, die scheiterten oder divergierten</translation>
    </message>
</context>
<context>
    <name>reweigh::CellsPanel</name>
    <message>
        <source>Cells</source>
        <translation>Zellen</translation>
    </message>
    <message>
        <source>Cells of the plan</source>
        <translation>Zellen des Plans</translation>
    </message>
    <message>
        <source>The cells of a plan will be here, with what is done of each.</source>
        <translation>Die Zellen eines Plans stehen hier, und was von jeder getan ist.</translation>
    </message>
    <message>
        <source>Enter or a double click opens a cell&apos;s study in Compare.</source>
        <translation>Eingabe oder ein Doppelklick öffnet die Studie einer Zelle in „Vergleichen“.</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) of an earlier version of this plan are left alone.</source>
        <translation>
            <numerusform>%n Zelle einer früheren Fassung dieses Plans bleibt unberührt.</numerusform>
            <numerusform>%n Zellen einer früheren Fassung dieses Plans bleiben unberührt.</numerusform>
        </translation>
    </message>
    <message>
        <source>No plan is open.</source>
        <translation>Kein Plan ist offen.</translation>
    </message>
    <message numerus="yes">
        <source>Cannot be used: %n cell(s); the tool tip says why and what helps.</source>
        <translation>
            <numerusform>Nicht verwendbar: %n Zelle; der Tooltip sagt, warum und was hilft.</numerusform>
            <numerusform>Nicht verwendbar: %n Zellen; der Tooltip sagt, warum und was hilft.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n of them cannot be used</source>
        <comment>cells of a plan</comment>
        <translation>
            <numerusform>%1, davon %n nicht verwendbar</numerusform>
            <numerusform>%1, davon %n nicht verwendbar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s): %1 done, %2 running, %3 waiting</source>
        <translation>
            <numerusform>%Ln Zelle: %1 fertig, %2 laufen, %3 warten</numerusform>
            <numerusform>%Ln Zellen: %1 fertig, %2 laufen, %3 warten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::ChoiceListEditor</name>
    <message>
        <source>any of %1</source>
        <translation>einer von %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>keine</translation>
    </message>
</context>
<context>
    <name>reweigh::ClaimRowsView</name>
    <message>
        <source>Hypotheses and what the runs say of them</source>
        <translation>Hypothesen und was die Läufe dazu sagen</translation>
    </message>
</context>
<context>
    <name>reweigh::ClassBars</name>
    <message numerus="yes">
        <source>%1: %Ln true member(s); of the images with this label %2 are right and %3 wrong</source>
        <comment>name of a class</comment>
        <translation>
            <numerusform>%1: %Ln wahres Mitglied; von den Bildern mit diesem Label sind %2 richtig und %3 falsch</numerusform>
            <numerusform>%1: %Ln wahre Mitglieder; von den Bildern mit diesem Label sind %2 richtig und %3 falsch</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln image(s) trained on came with this label; of those that have it now %2 kept it and %3 were changed to it</source>
        <comment>name of a class</comment>
        <translation>
            <numerusform>%1: %Ln trainiertes Bild kam mit diesem Label; von denen, die es jetzt haben, behielten es %2 und bekamen es %3 durch Änderung</numerusform>
            <numerusform>%1: %Ln trainierte Bilder kamen mit diesem Label; von denen, die es jetzt haben, behielten es %2 und bekamen es %3 durch Änderung</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::ClassesPanel</name>
    <message>
        <source>What the classifier will see</source>
        <translation>Was der Klassifikator sehen wird</translation>
    </message>
    <message>
        <source>True class sizes and observed labels, class by class</source>
        <translation>Wahre Klassengrößen und beobachtete Labels, Klasse für Klasse</translation>
    </message>
    <message>
        <source>true class size, and images with its label</source>
        <translation>wahre Klassengröße, und Bilder mit ihrem Label</translation>
    </message>
    <message>
        <source>images trained on, by the label they came with and by that of now</source>
        <translation>trainierte Bilder, nach dem Label, mit dem sie kamen, und nach dem jetzigen</translation>
    </message>
</context>
<context>
    <name>reweigh::CloseGuard</name>
    <message>
        <source>Reweigh</source>
        <translation>Reweigh</translation>
    </message>
    <message>
        <source>A study is running.</source>
        <translation>Eine Studie läuft.</translation>
    </message>
    <message>
        <source>Pausing finishes the step and writes a checkpoint; the next start offers to continue.</source>
        <translation>Anhalten beendet den Schritt und schreibt einen Checkpoint; beim nächsten Start kann es weitergehen.</translation>
    </message>
    <message>
        <source>Pause and quit</source>
        <translation>Anhalten und beenden</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>Weiterlaufen lassen</translation>
    </message>
    <message>
        <source>A plan is running.</source>
        <translation>Ein Plan läuft.</translation>
    </message>
</context>
<context>
    <name>reweigh::ColumnMemory</name>
    <message>
        <source>Sort by %1, smallest first</source>
        <translation>Nach %1 ordnen, Kleinstes zuerst</translation>
    </message>
    <message>
        <source>Sort by %1, largest first</source>
        <translation>Nach %1 ordnen, Größtes zuerst</translation>
    </message>
    <message>
        <source>Move %1 left</source>
        <translation>%1 nach links rücken</translation>
    </message>
    <message>
        <source>Move %1 right</source>
        <translation>%1 nach rechts rücken</translation>
    </message>
</context>
<context>
    <name>reweigh::CompareDialog</name>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
    <message>
        <source>Variants of your own, as on the command line: name:key=value,key=value sets what differs from the study, name:searched,key=value starts from a named one; lists with dashes, hidden=64-64.</source>
        <translation>Eigene Varianten, wie auf der Kommandozeile: name:key=value,key=value setzt, was von der Studie abweicht, name:searched,key=value geht von einer benannten aus; Listen mit Strichen, hidden=64-64.</translation>
    </message>
    <message>
        <source>Your &amp;own</source>
        <translation>&amp;Eigene</translation>
    </message>
    <message>
        <source>&amp;Fresh seeds per variant</source>
        <translation>&amp;Frische Seeds je Variante</translation>
    </message>
    <message numerus="yes">
        <source>%n training(s); every variant gets the same seeds. Those that are finished already are kept.</source>
        <translation>
            <numerusform>%n Training; jede Variante bekommt gleiche Seeds. Was schon fertig ist, bleibt.</numerusform>
            <numerusform>%n Trainings; jede Variante bekommt gleiche Seeds. Was schon fertig ist, bleibt.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 A random search of as many trials comes first.</source>
        <translation>%1 Zuerst kommt eine Zufallssuche mit ebenso vielen Trials.</translation>
    </message>
    <message>
        <source>Seeds per variant</source>
        <translation>Seeds je Variante</translation>
    </message>
    <message>
        <source>Already finished: %1.</source>
        <translation>Schon fertig: %1.</translation>
    </message>
    <message>
        <source>What is left takes %1, %2 at once, if each takes as long as this study&apos;s trainings took.</source>
        <translation>Der Rest dauert %1, %2 zugleich, wenn jedes Training so lange dauert wie die dieser Studie.</translation>
    </message>
    <message>
        <source>%1 is trained anew: another version of the program made its runs.</source>
        <translation>%1 wird neu trainiert: Seine Läufe hat eine andere Version des Programms gemacht.</translation>
    </message>
    <message>
        <source>To be trained: %1.</source>
        <translation>Zu trainieren: %1.</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
    <message>
        <source>%1 One seed decides nothing: no difference has an interval.</source>
        <translation>%1 Ein Seed entscheidet nichts: kein Unterschied hat ein Intervall.</translation>
    </message>
    <message>
        <source>%1 is trained anew. What differs: %2.</source>
        <translation>%1 wird neu trainiert. Was sich unterscheidet: %2.</translation>
    </message>
</context>
<context>
    <name>reweigh::CostPanel</name>
    <message>
        <source>Before you start</source>
        <translation>Vor dem Start</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>Ein Schritt</translation>
    </message>
    <message>
        <source>One epoch</source>
        <translation>Eine Epoche</translation>
    </message>
    <message>
        <source>One trial</source>
        <translation>Ein Trial</translation>
    </message>
    <message>
        <source>The study</source>
        <translation>Die Studie</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>Auf der Platte</translation>
    </message>
    <message>
        <source>Measure what the study will cost</source>
        <translation>Messen, was die Studie kosten wird</translation>
    </message>
    <message>
        <source>Trains some steps with these settings and evaluates once, in the background. Nothing is written.</source>
        <translation>Trainiert einige Schritte mit diesen Einstellungen und wertet einmal aus, im Hintergrund. Nichts wird geschrieben.</translation>
    </message>
    <message>
        <source>measuring…</source>
        <translation>wird gemessen…</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>noch nicht gemessen</translation>
    </message>
    <message>
        <source>%1 · median of %2, measured</source>
        <translation>%1 · Median von %2, gemessen</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>The settings changed since the measurement.</source>
        <translation>Die Einstellungen haben sich seit der Messung geändert.</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>Wird vorbereitet…</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>Hält an…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Bricht ab…</translation>
    </message>
    <message>
        <source>F5 · everything above can be undone</source>
        <translation>F5 · alles darüber lässt sich rückgängig machen</translation>
    </message>
    <message>
        <source>One step: %1. The study: %2. On disk: %3.</source>
        <translation>Ein Schritt: %1. Die Studie: %2. Auf der Platte: %3.</translation>
    </message>
    <message>
        <source>Progress of the measurement</source>
        <translation>Fortschritt der Messung</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Cancel the measurement</source>
        <translation>Messung abbrechen</translation>
    </message>
    <message>
        <source>evaluating once</source>
        <translation>eine Auswertung</translation>
    </message>
    <message>
        <source>step %1 of at most %2</source>
        <translation>Schritt %1 von höchstens %2</translation>
    </message>
    <message>
        <source>F5 · %1 stays as it is</source>
        <translation>F5 · %1 bleibt, wie es ist</translation>
    </message>
    <message>
        <source>%1, about %2</source>
        <translation>%1, etwa %2</translation>
    </message>
    <message>
        <source>Check labels in Verify</source>
        <translation>Labels in Prüfen ansehen</translation>
    </message>
    <message>
        <source>opening the engine</source>
        <translation>die Engine wird geöffnet</translation>
    </message>
    <message>
        <source>reading the data</source>
        <translation>die Daten werden gelesen</translation>
    </message>
    <message>
        <source>Show why</source>
        <translation>Grund zeigen</translation>
    </message>
    <message>
        <source>Goes to the setting in Recipe that mends it</source>
        <translation>Führt zur Einstellung im Rezept, die es behebt</translation>
    </message>
    <message numerus="yes">
        <source>%Ln trial(s), %1</source>
        <translation>
            <numerusform>%Ln Trial, %1</numerusform>
            <numerusform>%Ln Trials, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln trial(s), %1 without pruning</source>
        <translation>
            <numerusform>%Ln Trial, %1 ohne Pruning</numerusform>
            <numerusform>%Ln Trials, %1 ohne Pruning</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s), %1</source>
        <translation>
            <numerusform>%Ln Schritt, %1</numerusform>
            <numerusform>%Ln Schritte, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln epoch(s), %1</source>
        <translation>
            <numerusform>%Ln Epoche, %1</numerusform>
            <numerusform>%Ln Epochen, %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Raise the number of trials to continue.</source>
        <translation>Zum Fortsetzen die Zahl der Trials erhöhen.</translation>
    </message>
    <message>
        <source>in the first step</source>
        <translation>im ersten Schritt</translation>
    </message>
</context>
<context>
    <name>reweigh::CursorPanel</name>
    <message>
        <source>Trial #%1 is in its first epoch. Its weights show when that ends.</source>
        <translation>Trial #%1 ist in seiner ersten Epoche. Seine Gewichte erscheinen, wenn sie endet.</translation>
    </message>
    <message>
        <source>The study has no stored epoch of trial #%1. Choose another trial.</source>
        <translation>Die Studie hat keine gespeicherte Epoche von Trial #%1. Wählen Sie einen anderen Trial.</translation>
    </message>
    <message>
        <source>Trial #%1 trains without weights: all samples count equally. Choose a trial that weighs its samples.</source>
        <translation>Trial #%1 trainiert ohne Gewichte: alle Beispiele zählen gleich. Wählen Sie einen Trial, der seine Beispiele gewichtet.</translation>
    </message>
    <message>
        <source>trial #%1, until #%2 ends its first epoch</source>
        <translation>Trial #%1, bis #%2 seine erste Epoche beendet</translation>
    </message>
    <message>
        <source>This is drawn from the folder of trial #%1&apos;s training, which is not beside this study.</source>
        <translation>Das wird aus dem Ordner des Trainings von Trial #%1 gezeichnet, und der liegt nicht neben dieser Studie.</translation>
    </message>
    <message>
        <source>Trial #%1 was interrupted in its first epoch. Its weights show when that ends.</source>
        <translation>Trial #%1 wurde in seiner ersten Epoche unterbrochen. Seine Gewichte sind zu sehen, sobald sie endet.</translation>
    </message>
</context>
<context>
    <name>reweigh::DataGetter</name>
    <message>
        <source>Choose its folder…</source>
        <translation>Ordner wählen…</translation>
    </message>
    <message>
        <source>%1 is not at %2 (%3).</source>
        <translation>%1 ist nicht in %2 (%3).</translation>
    </message>
    <message>
        <source>%1 is not at %2.</source>
        <translation>%1 ist nicht in %2.</translation>
    </message>
    <message>
        <source>The folder of the data set</source>
        <translation>Der Ordner des Datensatzes</translation>
    </message>
</context>
<context>
    <name>reweigh::DensityPanel</name>
    <message>
        <source>Why the next trial</source>
        <translation>Warum der nächste Trial</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Where TPE looks next: the densities of good and of other trials over a parameter.</source>
        <translation>Wo TPE als Nächstes sucht: die Dichten guter und anderer Trials über einem Parameter.</translation>
    </message>
    <message>
        <source>No trial has drawn a parameter yet.</source>
        <translation>Noch hat kein Trial einen Parameter gezogen.</translation>
    </message>
    <message>
        <source>TPE · good l(x), rest g(x), their ratio decides</source>
        <translation>TPE · gut l(x), Rest g(x), ihr Verhältnis entscheidet</translation>
    </message>
    <message>
        <source>l / g</source>
        <translation>l / g</translation>
    </message>
    <message>
        <source>density</source>
        <translation>Dichte</translation>
    </message>
    <message>
        <source>TPE has not begun.</source>
        <translation>TPE hat noch nicht begonnen.</translation>
    </message>
    <message numerus="yes">
        <source>%n other trial(s)</source>
        <translation>
            <numerusform>%n anderer Trial</numerusform>
            <numerusform>%n andere Trials</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n good trial(s) against %1: for %2 TPE likes %3 best.</source>
        <translation>
            <numerusform>%n guter Trial gegen %1: für %2 gefällt TPE %3 am besten.</numerusform>
            <numerusform>%n gute Trials gegen %1: für %2 gefällt TPE %3 am besten.</numerusform>
        </translation>
    </message>
    <message>
        <source>what TPE would draw · this study draws at random</source>
        <translation>was TPE ziehen würde · diese Studie zieht zufällig</translation>
    </message>
    <message>
        <source>good l(x), %1</source>
        <comment>number of trials</comment>
        <translation>gut l(x), %1</translation>
    </message>
    <message>
        <source>rest g(x), %1</source>
        <comment>number of trials</comment>
        <translation>Rest g(x), %1</translation>
    </message>
    <message numerus="yes">
        <source>TPE has not begun: it draws at random until it knows %n finished trial(s).</source>
        <translation>
            <numerusform>TPE hat noch nicht begonnen: es zieht zufällig, bis es %n fertigen Trial kennt.</numerusform>
            <numerusform>TPE hat noch nicht begonnen: es zieht zufällig, bis es %n fertige Trials kennt.</numerusform>
        </translation>
    </message>
    <message>
        <source>unfiltered, as TPE sees the trials · %1</source>
        <comment>%1: what the view shows</comment>
        <translation>ungefiltert, wie TPE die Trials sieht · %1</translation>
    </message>
    <message>
        <source>No densities over %1: its range has no end or is one value, or earlier values lie too far outside it.</source>
        <translation>Keine Dichten über %1: Der Bereich hat kein Ende oder ist ein einziger Wert, oder frühere Werte liegen zu weit außerhalb.</translation>
    </message>
    <message>
        <source>of %1 of %2 finished trials, for with a search lag of %3 the next one knows no later ones · %4</source>
        <translation>aus %1 von %2 fertigen Trials, denn bei einem Verzug der Suche von %3 kennt der nächste keine späteren · %4</translation>
    </message>
    <message numerus="yes">
        <source>TPE has not begun: it draws at random until it knows %n finished trial(s), and with a search lag of %1 the next trial knows only those at least %1 before it: %2 of %3.</source>
        <translation>
            <numerusform>TPE hat noch nicht begonnen: es zieht zufällig, bis es %n fertigen Trial kennt, und bei einem Verzug der Suche von %1 kennt der nächste Trial nur jene, die mindestens %1 vor ihm liegen: %2 von %3.</numerusform>
            <numerusform>TPE hat noch nicht begonnen: es zieht zufällig, bis es %n fertige Trials kennt, und bei einem Verzug der Suche von %1 kennt der nächste Trial nur jene, die mindestens %1 vor ihm liegen: %2 von %3.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::DockStrip</name>
    <message>
        <source>Drag to move this view, double-click to let it float</source>
        <translation>Ziehen verschiebt diese Ansicht, Doppelklick löst sie</translation>
    </message>
</context>
<context>
    <name>reweigh::EditActions</name>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Copy recipe fingerprint</source>
        <translation>Fingerabdruck des Rezepts kopieren</translation>
    </message>
    <message>
        <source>Find a trial</source>
        <translation>Trial suchen</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>Einstellungen…</translation>
    </message>
    <message>
        <source>Undo the entry that was not taken</source>
        <translation>Nicht übernommene Eingabe zurücknehmen</translation>
    </message>
</context>
<context>
    <name>reweigh::EndNotice</name>
    <message>
        <source>%1: the comparison is done.</source>
        <translation>%1: der Vergleich ist fertig.</translation>
    </message>
    <message>
        <source>%1: the search is done. Each of its trials has one seed; a comparison with fresh seeds tells whether searching helped.</source>
        <translation>%1: die Suche ist fertig. Jeder ihrer Trials hat einen Seed; ob das Suchen geholfen hat, sagt ein Vergleich mit frischen Seeds.</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>reweigh::EnlargedPanel</name>
    <message>
        <source>Back to the window (Esc)</source>
        <translation>Zurück ins Fenster (Esc)</translation>
    </message>
</context>
<context>
    <name>reweigh::EpochBar</name>
    <message>
        <source>Epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>Epoche %1</translation>
    </message>
    <message>
        <source>Stop the replay</source>
        <translation>Wiedergabe anhalten</translation>
    </message>
    <message>
        <source>Replay the epochs</source>
        <translation>Epochen abspielen</translation>
    </message>
</context>
<context>
    <name>reweigh::ExportActions</name>
    <message>
        <source>Export best architectures…</source>
        <translation>Beste Architekturen exportieren…</translation>
    </message>
    <message>
        <source>Export all figures…</source>
        <translation>Alle Abbildungen exportieren…</translation>
    </message>
    <message>
        <source>Write the best architectures as JSON, to train them again elsewhere</source>
        <translation>Die besten Architekturen als JSON schreiben, um sie anderswo neu zu trainieren</translation>
    </message>
    <message>
        <source>Needs a complete trial of a study of Reweigh</source>
        <translation>Braucht einen vollendeten Trial einer Studie von Reweigh</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>%1 exportieren</translation>
    </message>
    <message>
        <source>Export all figures into a folder</source>
        <translation>Alle Abbildungen in einen Ordner exportieren</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>Geschrieben: %1</translation>
    </message>
    <message>
        <source>%1 was closed before its figures were written.</source>
        <translation>%1 wurde geschlossen, bevor die Abbildungen geschrieben waren.</translation>
    </message>
    <message>
        <source>%1 was not written: the view shows what was before until its trial has an epoch.</source>
        <translation>%1 wurde nicht geschrieben: Die Ansicht zeigt noch das Vorige, bis ihr Versuch eine Epoche hat.</translation>
    </message>
    <message>
        <source>%1 was not written: the view has nothing to show yet.</source>
        <translation>%1 wurde nicht geschrieben: Die Ansicht hat noch nichts zu zeigen.</translation>
    </message>
    <message>
        <source>%1 does not come to rest; its figure is as it was just now.</source>
        <translation>%1 kommt nicht zur Ruhe; die Abbildung zeigt den Stand von eben.</translation>
    </message>
    <message>
        <source>Some views are still computed; their figures are as they were just now.</source>
        <translation>Einige Ansichten werden noch berechnet; ihre Abbildungen zeigen den Stand von eben.</translation>
    </message>
</context>
<context>
    <name>reweigh::FeaturePlot</name>
    <message>
        <source>weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>● label right   ✕ label wrong</source>
        <translation>● Label richtig   ✕ Label falsch</translation>
    </message>
    <message>
        <source>first component, %1 % of the variance</source>
        <translation>erste Komponente, %1 % der Varianz</translation>
    </message>
    <message>
        <source>second, %1 %</source>
        <translation>zweite, %1 %</translation>
    </message>
    <message>
        <source>● label as it came   ✕ label changed</source>
        <translation>● Label wie gekommen   ✕ Label geändert</translation>
    </message>
</context>
<context>
    <name>reweigh::FetchRow</name>
    <message>
        <source>Progress of the download</source>
        <translation>Fortschritt des Downloads</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 von %3</translation>
    </message>
    <message>
        <source>checking and unpacking %1</source>
        <translation>%1 wird geprüft und entpackt</translation>
    </message>
    <message>
        <source>Stopped. What came so far is kept.</source>
        <translation>Angehalten. Was bisher kam, bleibt erhalten.</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>Verbindung wird aufgebaut</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten…</translation>
    </message>
    <message>
        <source>Stop the download</source>
        <translation>Download anhalten</translation>
    </message>
    <message>
        <source>Download %1</source>
        <translation>%1 herunterladen</translation>
    </message>
    <message>
        <source>Continue the download</source>
        <translation>Download fortsetzen</translation>
    </message>
</context>
<context>
    <name>reweigh::FieldForm</name>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
</context>
<context>
    <name>reweigh::FigureDialog</name>
    <message>
        <source> in</source>
        <translation> in</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>&amp;Titel</translation>
    </message>
    <message>
        <source>Study and &amp;recipe below</source>
        <translation>Studie und &amp;Rezept darunter</translation>
    </message>
    <message>
        <source>&amp;Legend</source>
        <translation>&amp;Legende</translation>
    </message>
    <message>
        <source>The preview is drawn…</source>
        <translation>Die Vorschau wird gezeichnet…</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>Schreiben</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>a column, 3.3 in</source>
        <translation>eine Spalte, 3,3 in</translation>
    </message>
    <message>
        <source>the text, 6.9 in</source>
        <translation>der Satzspiegel, 6,9 in</translation>
    </message>
    <message>
        <source>of your own</source>
        <translation>eigene</translation>
    </message>
    <message>
        <source>as it needs</source>
        <translation>nach Bedarf</translation>
    </message>
    <message>
        <source>SVG, vector graphics</source>
        <translation>SVG, Vektorgrafik</translation>
    </message>
    <message>
        <source>PDF, a page</source>
        <translation>PDF, eine Seite</translation>
    </message>
    <message>
        <source>PNG, a picture</source>
        <translation>PNG, ein Bild</translation>
    </message>
    <message>
        <source>CSV, its numbers</source>
        <translation>CSV, ihre Zahlen</translation>
    </message>
    <message>
        <source> dpi</source>
        <translation> dpi</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>Durchsuchen…</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>&amp;Breite</translation>
    </message>
    <message>
        <source>&amp;Height</source>
        <translation>&amp;Höhe</translation>
    </message>
    <message>
        <source>T&amp;ype</source>
        <translation>&amp;Schrift</translation>
    </message>
    <message>
        <source>With</source>
        <translation>Mit</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
    <message>
        <source>Reso&amp;lution</source>
        <translation>&amp;Auflösung</translation>
    </message>
    <message>
        <source>Fol&amp;der</source>
        <translation>&amp;Ordner</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>%1 × %2 in</source>
        <translation>%1 × %2 in</translation>
    </message>
    <message>
        <source>There is nothing to show yet.</source>
        <translation>Es gibt noch nichts zu zeigen.</translation>
    </message>
    <message>
        <source>At most %1.</source>
        <translation>Höchstens %1.</translation>
    </message>
    <message>
        <source>At least %1.</source>
        <translation>Mindestens %1.</translation>
    </message>
    <message>
        <source>Every view that has something to show, its numbers as CSV, and these settings as figures.json: reweigh figures STUDY --settings figures.json draws all of the study with them again, without chosen trials and zoom.</source>
        <translation>Jede Ansicht, die etwas zeigt, ihre Zahlen als CSV und diese Einstellungen als figures.json: reweigh figures STUDY --settings figures.json zeichnet damit alles zur Studie noch einmal, ohne gewählte Trials und Ausschnitte.</translation>
    </message>
    <message>
        <source>Replaces the figures of the same names in it.</source>
        <translation>Ersetzt darin die Abbildungen gleichen Namens.</translation>
    </message>
    <message>
        <source>Replaces an existing file.</source>
        <translation>Ersetzt eine vorhandene Datei.</translation>
    </message>
</context>
<context>
    <name>reweigh::FigureMenu</name>
    <message>
        <source>Enlarge to the whole window</source>
        <translation>Auf das ganze Fenster vergrößern</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>Bild kopieren</translation>
    </message>
    <message>
        <source>Copy the data</source>
        <translation>Daten kopieren</translation>
    </message>
    <message>
        <source>Back to the window (Esc)</source>
        <translation>Zurück ins Fenster (Esc)</translation>
    </message>
    <message>
        <source>Copy the value</source>
        <translation>Wert kopieren</translation>
    </message>
    <message>
        <source>Show the whole plot</source>
        <translation>Das ganze Diagramm zeigen</translation>
    </message>
</context>
<context>
    <name>reweigh::FileActions</name>
    <message>
        <source>New study</source>
        <translation>Neue Studie</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>Save as command/JSON config…</source>
        <translation>Als Befehl oder JSON-Konfiguration sichern…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>%1 is running: pause or stop it before you close it.</source>
        <translation>%1 läuft: halten Sie die Studie an oder brechen Sie sie ab, ehe Sie sie schließen.</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
    <message>
        <source>Save the settings</source>
        <translation>Einstellungen sichern</translation>
    </message>
    <message>
        <source>Settings as JSON (*.json)</source>
        <translation>Einstellungen als JSON (*.json)</translation>
    </message>
    <message>
        <source>Shell command (*.sh)</source>
        <translation>Shell-Befehl (*.sh)</translation>
    </message>
    <message>
        <source>Settings written to %1.</source>
        <translation>Einstellungen nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>Noch nichts</translation>
    </message>
    <message>
        <source>Try the 5-minute demo</source>
        <translation>5-Minuten-Demo versuchen</translation>
    </message>
    <message>
        <source>%1: the best network is now compared with its controls; Compare (Ctrl+4) shows it.</source>
        <translation>%1: Das beste Netz wird nun mit seinen Kontrollen verglichen; Vergleichen (Strg+4) zeigt es.</translation>
    </message>
    <message>
        <source>Close the plan</source>
        <translation>Plan schließen</translation>
    </message>
    <message>
        <source>No plan is open</source>
        <translation>Kein Plan ist offen</translation>
    </message>
    <message>
        <source>Close %1; nothing stored is lost</source>
        <translation>%1 schließen; nichts Gespeichertes geht verloren</translation>
    </message>
    <message>
        <source>%1 is running: stop it before you close it</source>
        <translation>%1 läuft: brechen Sie den Plan ab, ehe Sie ihn schließen</translation>
    </message>
    <message>
        <source>Open a study or a plan</source>
        <translation>Studie oder Plan öffnen</translation>
    </message>
    <message>
        <source>Studies and plans (*.db *.sqlite *.sqlite3 *.json)</source>
        <translation>Studien und Pläne (*.db *.sqlite *.sqlite3 *.json)</translation>
    </message>
    <message>
        <source>Name the study…</source>
        <translation>Studie benennen…</translation>
    </message>
    <message>
        <source>Name the study</source>
        <translation>Studie benennen</translation>
    </message>
    <message>
        <source>Its folder will be named after it.</source>
        <translation>Ihr Ordner wird danach benannt.</translation>
    </message>
    <message>
        <source>Its folder keeps its own name.</source>
        <translation>Ihr Ordner behält seinen Namen.</translation>
    </message>
    <message>
        <source>Report of the plan…</source>
        <translation>Bericht über den Plan…</translation>
    </message>
    <message>
        <source>Report of the study…</source>
        <translation>Bericht über die Studie…</translation>
    </message>
    <message>
        <source>A report is being written</source>
        <translation>Ein Bericht wird geschrieben</translation>
    </message>
    <message>
        <source>Write the answer, figures, tables and recipe of %1 as PDF or HTML</source>
        <translation>Antwort, Abbildungen, Tabellen und Rezept von %1 als PDF oder HTML schreiben</translation>
    </message>
    <message>
        <source>Write the figures, tables and recipe of the comparison as PDF or HTML</source>
        <translation>Abbildungen, Tabellen und Rezept des Vergleichs als PDF oder HTML schreiben</translation>
    </message>
    <message>
        <source>Needs compared variants of a study of Reweigh</source>
        <translation>Braucht verglichene Varianten einer Studie von Reweigh</translation>
    </message>
    <message>
        <source>Write the report</source>
        <translation>Bericht schreiben</translation>
    </message>
    <message>
        <source>Report as PDF (*.pdf)</source>
        <translation>Bericht als PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Report as HTML (*.html)</source>
        <translation>Bericht als HTML (*.html)</translation>
    </message>
    <message>
        <source>Report written to %1.</source>
        <translation>Bericht nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>%1: the search (trials: %2) is followed by a comparison (trainings: up to %3). The five minutes are for both, on two cores that do nothing else.</source>
        <translation>%1: Auf die Suche (Trials: %2) folgt ein Vergleich (Trainings: bis zu %3). Die fünf Minuten gelten für beides, auf zwei Kernen, die sonst nichts tun.</translation>
    </message>
    <message>
        <source>%1 is running already.</source>
        <translation>%1 läuft bereits.</translation>
    </message>
</context>
<context>
    <name>reweigh::FileStudiesMenu</name>
    <message>
        <source>Studies in this file</source>
        <translation>Studien in dieser Datei</translation>
    </message>
</context>
<context>
    <name>reweigh::FollowPin</name>
    <message>
        <source>Show the trial that runs, and each one that starts after it</source>
        <translation>Den laufenden Trial zeigen und jeden, der danach beginnt</translation>
    </message>
    <message>
        <source>Follow #%1</source>
        <comment>the trial that runs</comment>
        <translation>#%1 folgen</translation>
    </message>
    <message>
        <source>Comparison paused: %1 of %2</source>
        <comment>trainings that are done, all of them</comment>
        <translation>Vergleich angehalten: %1 von %2</translation>
    </message>
    <message>
        <source>Comparison: %1 of %2</source>
        <comment>trainings that are done, all of them</comment>
        <translation>Vergleich: %1 von %2</translation>
    </message>
    <message>
        <source>Comparison paused</source>
        <translation>Vergleich angehalten</translation>
    </message>
    <message>
        <source>Comparison runs</source>
        <translation>Vergleich läuft</translation>
    </message>
    <message>
        <source>Trainings of the comparison that are done. A click shows it in Compare.</source>
        <translation>Fertige Trainings des Vergleichs. Ein Klick zeigt ihn unter Vergleichen.</translation>
    </message>
</context>
<context>
    <name>reweigh::GainGridView</name>
    <message>
        <source>Enter or a double click opens its study in Compare.</source>
        <translation>Eingabe oder ein Doppelklick öffnet ihre Studie in „Vergleichen“.</translation>
    </message>
</context>
<context>
    <name>reweigh::HealthLight</name>
    <message>
        <source>Health of the weights: %1</source>
        <translation>Zustand der Gewichte: %1</translation>
    </message>
</context>
<context>
    <name>reweigh::HealthWatch</name>
    <message>
        <source>Weights of trial #%1 after epoch %2: %3. %4</source>
        <translation>Gewichte von Trial #%1 nach Epoche %2: %3. %4</translation>
    </message>
</context>
<context>
    <name>reweigh::HelpActions</name>
    <message>
        <source>Help on this view</source>
        <translation>Hilfe zu dieser Ansicht</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>Glossar</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>What the view with the keyboard focus shows</source>
        <translation>Was die Ansicht mit dem Tastaturfokus zeigt</translation>
    </message>
    <message>
        <source>Tour in five steps</source>
        <translation>Rundgang in fünf Schritten</translation>
    </message>
    <message>
        <source>Through the layouts with the study in view; can be left at any time</source>
        <translation>Mit der gezeigten Studie durch die Layouts; lässt sich jederzeit verlassen</translation>
    </message>
</context>
<context>
    <name>reweigh::HelpButton</name>
    <message>
        <source>Explain: %1</source>
        <translation>Erklären: %1</translation>
    </message>
</context>
<context>
    <name>reweigh::HelpPopup</name>
    <message>
        <source>Explanation</source>
        <translation>Erklärung</translation>
    </message>
    <message>
        <source>Open in the help</source>
        <translation>In der Hilfe öffnen</translation>
    </message>
</context>
<context>
    <name>reweigh::HelpTour</name>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Leave the tour</source>
        <translation>Rundgang verlassen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <comment>step of the tour: number, number of steps, title</comment>
        <translation>%1 von %2: %3</translation>
    </message>
    <message>
        <source>Tour in five steps</source>
        <translation>Rundgang in fünf Schritten</translation>
    </message>
</context>
<context>
    <name>reweigh::HelpWindow</name>
    <message>
        <source>Help — Reweigh</source>
        <translation>Hilfe — Reweigh</translation>
    </message>
    <message>
        <source>Find in the help</source>
        <translation>In der Hilfe suchen</translation>
    </message>
    <message>
        <source>Sections of the help</source>
        <translation>Abschnitte der Hilfe</translation>
    </message>
    <message>
        <source>Page of the help</source>
        <translation>Seite der Hilfe</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Vorwärts</translation>
    </message>
    <message>
        <source>Nothing in the help has all of these words.</source>
        <translation>Nichts in der Hilfe enthält alle diese Wörter.</translation>
    </message>
</context>
<context>
    <name>reweigh::HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>Verlauf der Suche</translation>
    </message>
    <message>
        <source>Pruned trials</source>
        <translation>Gestutzte Trials</translation>
    </message>
    <message>
        <source>trial</source>
        <translation>Trial</translation>
    </message>
    <message>
        <source>The value of every trial and the best so far. It begins with the first complete trial.</source>
        <translation>Der Wert jedes Trials und der beste bisher. Beginnt mit dem ersten vollendeten Trial.</translation>
    </message>
    <message>
        <source>best so far, each trial, pruned</source>
        <translation>bester bisher, jeder Trial, gestutzte</translation>
    </message>
    <message>
        <source>best so far, each trial</source>
        <translation>bester bisher, jeder Trial</translation>
    </message>
    <message>
        <source>fixed 1-100-1</source>
        <translation>fest 1-100-1</translation>
    </message>
    <message>
        <source>trial %1: pruned at %2</source>
        <translation>Trial %1: gestutzt bei %2</translation>
    </message>
    <message>
        <source>trial %1: %2 %3</source>
        <comment>number, name of the objective, value</comment>
        <translation>Trial %1: %2 %3</translation>
    </message>
    <message numerus="yes">
        <source>%n complete trial(s) since the best one.</source>
        <translation>
            <numerusform>%n vollendeter Trial seit dem besten.</numerusform>
            <numerusform>%n vollendete Trials seit dem besten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n complete trial(s), best %1 %2. %3</source>
        <comment>%1: name of the objective, %2: its value, %3: sentence</comment>
        <translation>
            <numerusform>%n vollendeter Trial, bester %1 %2. %3</numerusform>
            <numerusform>%n vollendete Trials, bester %1 %2. %3</numerusform>
        </translation>
    </message>
    <message>
        <source>Across</source>
        <translation>Waagerecht</translation>
    </message>
    <message>
        <source>Upwards</source>
        <translation>Senkrecht</translation>
    </message>
    <message>
        <source>each trial, pruned</source>
        <translation>jeder Trial, gestutzte</translation>
    </message>
    <message>
        <source>each trial</source>
        <translation>jeder Trial</translation>
    </message>
    <message>
        <source>%1, pruned</source>
        <comment>what is said of the trial</comment>
        <translation>%1, gestutzt</translation>
    </message>
    <message numerus="yes">
        <source>%n complete trial(s): %1 from %2 to %3.</source>
        <comment>%1: name of the quantity</comment>
        <translation>
            <numerusform>%n vollendeter Trial: %1 von %2 bis %3.</numerusform>
            <numerusform>%n vollendete Trials: %1 von %2 bis %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>No complete trial that has “%1” says when it began: choose “%2” for the axis across in this view&apos;s menu.</source>
        <translation>Kein vollendeter Trial mit „%1“ sagt, wann er begann: Wählen Sie „%2“ für die waagerechte Achse im Menü dieser Ansicht.</translation>
    </message>
</context>
<context>
    <name>reweigh::HypothesesPanel</name>
    <message>
        <source>Hypotheses</source>
        <translation>Hypothesen</translation>
    </message>
    <message>
        <source>The hypotheses of a plan will be here, with what its runs say of each, and the button that runs the rest.</source>
        <translation>Die Hypothesen eines Plans stehen hier, was seine Läufe zu jeder sagen, und der Knopf, der den Rest laufen lässt.</translation>
    </message>
    <message>
        <source>first − second, or first − limit · Student t 95 % over seeds, Holm over the table</source>
        <translation>erste − zweite, oder erste − Grenze · Student-t 95 % über Seeds, Holm über die Tabelle</translation>
    </message>
    <message>
        <source>This plan has no hypotheses: &quot;hypotheses&quot; in its file states them, best before the runs.</source>
        <translation>Dieser Plan hat keine Hypothesen: &quot;hypotheses&quot; in seiner Datei nennt sie, am besten vor den Läufen.</translation>
    </message>
    <message>
        <source>Tinted: what the claim allows. A status is provisional while runs are missing: its level holds for one look, at all of them.</source>
        <translation>Getönt: was die Behauptung zulässt. Ein Urteil ist vorläufig, solange Läufe fehlen: sein Niveau gilt für einen Blick, auf alle zusammen.</translation>
    </message>
    <message>
        <source>Tinted: what the claim allows.</source>
        <translation>Getönt: was die Behauptung zulässt.</translation>
    </message>
    <message>
        <source>%1: %2, %3, %4</source>
        <comment>hypothesis, claim, what was seen, status</comment>
        <translation>%1: %2, %3, %4</translation>
    </message>
    <message>
        <source>There is no hypothesis.</source>
        <translation>Es gibt keine Hypothese.</translation>
    </message>
</context>
<context>
    <name>reweigh::ImportancePanel</name>
    <message>
        <source>Importance</source>
        <translation>Wichtigkeit</translation>
    </message>
    <message numerus="yes">
        <source>%n complete trial(s): too few to see which parameter matters most. The best tenth must hold at least two trials.</source>
        <translation>
            <numerusform>%n vollendeter Trial: zu wenig, um zu sehen, welcher Parameter am wichtigsten ist. Das beste Zehntel muss wenigstens zwei Trials haben.</numerusform>
            <numerusform>%n vollendete Trials: zu wenige, um zu sehen, welcher Parameter am wichtigsten ist. Das beste Zehntel muss wenigstens zwei Trials haben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The best of %n complete trial(s) are like the rest in every parameter: no parameter stands out.</source>
        <translation>
            <numerusform>Der beste von %n vollendeten Trial ist in jedem Parameter wie der Rest: kein Parameter sticht heraus.</numerusform>
            <numerusform>Die besten von %n vollendeten Trials sind in jedem Parameter wie der Rest: kein Parameter sticht heraus.</numerusform>
        </translation>
    </message>
    <message>
        <source>Too few complete trials to see which parameter matters most.</source>
        <translation>Zu wenige vollendete Trials, um zu sehen, welcher Parameter am wichtigsten ist.</translation>
    </message>
    <message numerus="yes">
        <source>Over %n trial(s), %1 matters most: %2, between %3 and %4 over bootstraps.</source>
        <translation>
            <numerusform>Bei %n Trial ist %1 am wichtigsten: %2, zwischen %3 und %4 über Bootstraps.</numerusform>
            <numerusform>Bei %n Trials ist %1 am wichtigsten: %2, zwischen %3 und %4 über Bootstraps.</numerusform>
        </translation>
    </message>
    <message>
        <source>PED-ANOVA · spread over %1 bootstraps</source>
        <translation>PED-ANOVA · Streuung über %1 Bootstraps</translation>
    </message>
    <message>
        <source>Which parameters decide whether a trial is among the best tenth. Shown once that tenth holds two trials.</source>
        <translation>Welche Parameter entscheiden, ob ein Trial zum besten Zehntel gehört. Steht hier, sobald dieses Zehntel zwei Trials hat.</translation>
    </message>
    <message>
        <source>importance, of 1 in all</source>
        <translation>Wichtigkeit, zusammen 1</translation>
    </message>
    <message>
        <source>of %1 of %2 trials · %3</source>
        <comment>trials that the filter keeps, all complete trials, how it was computed</comment>
        <translation>aus %1 von %2 Trials · %3</translation>
    </message>
    <message>
        <source>%1 That is too few to see which parameter matters most: the best tenth must hold at least two trials.</source>
        <comment>%1: how many the filter keeps</comment>
        <translation>%1 Das ist zu wenig, um zu sehen, welcher Parameter am wichtigsten ist: Das beste Zehntel muss wenigstens zwei Trials haben.</translation>
    </message>
    <message numerus="yes">
        <source>The filter keeps %1 of %Ln complete trial(s).</source>
        <translation>
            <numerusform>Der Filter lässt %1 von %Ln vollendeten Trial übrig.</numerusform>
            <numerusform>Der Filter lässt %1 von %Ln vollendeten Trials übrig.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, between %3 and %4 over bootstraps</source>
        <comment>parameter, its importance, ends of its spread</comment>
        <translation>%1: %2, über Bootstraps zwischen %3 und %4</translation>
    </message>
</context>
<context>
    <name>reweigh::InspectorPanel</name>
    <message>
        <source>Trial</source>
        <translation>Trial</translation>
    </message>
    <message>
        <source>About the trial</source>
        <translation>Über den Trial</translation>
    </message>
    <message>
        <source>Layers of the weighting network</source>
        <translation>Schichten des Gewichtsnetzes</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>Befehl kopieren</translation>
    </message>
    <message>
        <source>Copies the command line that trains this trial again</source>
        <translation>Kopiert die Befehlszeile, die diesen Trial neu trainiert</translation>
    </message>
    <message>
        <source>Copy JSON</source>
        <translation>JSON kopieren</translation>
    </message>
    <message>
        <source>Copies the trial as JSON</source>
        <translation>Kopiert den Trial als JSON</translation>
    </message>
    <message>
        <source>The chosen trial will stand here: its network, its accuracy and how sure that is, the command that trains it again.</source>
        <translation>Der gewählte Trial steht hier: sein Netz, seine Genauigkeit und wie sicher sie ist, der Befehl, der ihn neu trainiert.</translation>
    </message>
    <message>
        <source>Choose a trial in a list, a table or a plot.</source>
        <translation>Wählen Sie einen Trial in einer Liste, einer Tabelle oder einem Bild.</translation>
    </message>
    <message>
        <source>No trial is chosen.</source>
        <translation>Kein Trial ist gewählt.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, %2. %3</source>
        <translation>%1, %2. %3</translation>
    </message>
    <message>
        <source>Export as JSON…</source>
        <translation>Als JSON exportieren…</translation>
    </message>
    <message>
        <source>Writes this trial into a JSON file</source>
        <translation>Schreibt diesen Trial in eine JSON-Datei</translation>
    </message>
    <message>
        <source>Retrain</source>
        <translation>Neu trainieren</translation>
    </message>
    <message>
        <source>Export trial %1 as JSON…</source>
        <translation>Trial %1 als JSON exportieren…</translation>
    </message>
    <message numerus="yes">
        <source>Retrain trial %1 with %n fresh seed(s)</source>
        <translation>
            <numerusform>Trial %1 mit %n frischen Seed neu trainieren</numerusform>
            <numerusform>Trial %1 mit %n frischen Seeds neu trainieren</numerusform>
        </translation>
    </message>
    <message>
        <source>%1,
about %2 s</source>
        <translation>%1,
etwa %2 s</translation>
    </message>
    <message>
        <source>%1,
about %2 min</source>
        <translation>%1,
etwa %2 min</translation>
    </message>
    <message>
        <source>Trains this trial&apos;s network with seeds that the search has not seen; Compare shows the runs.</source>
        <translation>Trainiert das Netz dieses Trials mit Seeds, die die Suche nicht kennt; Vergleichen zeigt die Läufe.</translation>
    </message>
    <message>
        <source>Can be done when nothing of the study runs</source>
        <translation>Geht, wenn nichts von der Studie läuft</translation>
    </message>
    <message>
        <source>Export trial %1</source>
        <translation>Trial %1 exportieren</translation>
    </message>
    <message>
        <source>Architecture as JSON (*.json)</source>
        <translation>Architektur als JSON (*.json)</translation>
    </message>
    <message>
        <source>Trial %1 is written to %2.</source>
        <translation>Trial %1 ist in %2 geschrieben.</translation>
    </message>
</context>
<context>
    <name>reweigh::IntermediatePanel</name>
    <message>
        <source>Intermediate values</source>
        <translation>Zwischenwerte</translation>
    </message>
    <message>
        <source>What every trial reported while it ran, step by step. No trial has reported anything yet.</source>
        <translation>Was jeder Trial unterwegs meldete, Schritt für Schritt. Noch hat kein Trial etwas gemeldet.</translation>
    </message>
    <message>
        <source>the last %1 of %2 trials, a cross where one was pruned</source>
        <translation>die letzten %1 von %2 Trials, ein Kreuz, wo einer gestutzt wurde</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>trial %1: pruned after step %2 with %3</source>
        <translation>Trial %1: gestutzt nach Schritt %2 mit %3</translation>
    </message>
    <message>
        <source>trial %1: %3 at step %2</source>
        <translation>Trial %1: %3 bei Schritt %2</translation>
    </message>
    <message>
        <source>No intermediate value yet.</source>
        <translation>Noch kein Zwischenwert.</translation>
    </message>
    <message numerus="yes">
        <source>Reported values of %n trial(s), %1 of them pruned.</source>
        <translation>
            <numerusform>Gemeldete Werte von %n Trial, davon %1 gestutzt.</numerusform>
            <numerusform>Gemeldete Werte von %n Trials, davon %1 gestutzt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln trial(s), a cross where one was pruned</source>
        <translation>
            <numerusform>%Ln Trial, ein Kreuz, wo er gestutzt wurde</numerusform>
            <numerusform>%Ln Trials, ein Kreuz, wo einer gestutzt wurde</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::LabelErrorDelegate</name>
    <message>
        <source>wrong</source>
        <translation>falsch</translation>
    </message>
    <message>
        <source>right</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>given label, true label</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1 · %2?</source>
        <comment>given label, the classifier&apos;s answer</comment>
        <translation>%1 · %2?</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>geändert</translation>
    </message>
    <message>
        <source>you: %1</source>
        <comment>a user&apos;s mark of a label</comment>
        <translation>Sie: %1</translation>
    </message>
</context>
<context>
    <name>reweigh::LabelErrorModel</name>
    <message>
        <source>class %1</source>
        <translation>Klasse %1</translation>
    </message>
    <message>
        <source>image %1</source>
        <translation>Bild %1</translation>
    </message>
    <message>
        <source>weight %1: labelled %2, truly %3 (wrong; %4)</source>
        <translation>Gewicht %1: Label %2, wahr %3 (falsch; %4)</translation>
    </message>
    <message>
        <source>weight %1: labelled %2, rightly (%3)</source>
        <translation>Gewicht %1: Label %2, zu Recht (%3)</translation>
    </message>
    <message>
        <source>weight %1: labelled %2, which the recipe made of %3 (%4)</source>
        <translation>Gewicht %1: Label %2, vom Rezept aus %3 gemacht (%4)</translation>
    </message>
    <message>
        <source>weight %1: labelled %2 (%3)</source>
        <translation>Gewicht %1: Label %2 (%3)</translation>
    </message>
    <message>
        <source>%1; the classifier answers %2</source>
        <translation>%1; der Klassifikator antwortet %2</translation>
    </message>
    <message>
        <source>%1; you said: %2</source>
        <translation>%1; Sie sagten: %2</translation>
    </message>
</context>
<context>
    <name>reweigh::LabelErrorsPanel</name>
    <message>
        <source>Likely label errors</source>
        <translation>Wahrscheinliche Labelfehler</translation>
    </message>
    <message>
        <source>Samples by weight</source>
        <translation>Beispiele nach Gewicht</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>lowest weight first</source>
        <translation>kleinstes Gewicht zuerst</translation>
    </message>
    <message>
        <source>highest weight first</source>
        <translation>größtes Gewicht zuerst</translation>
    </message>
    <message>
        <source>Observed label</source>
        <translation>Beobachtetes Label</translation>
    </message>
    <message>
        <source>Here you will see the images whose labels the weights trust least. Run a study, or open one.</source>
        <translation>Hier sehen Sie die Bilder, deren Labels die Gewichte am wenigsten trauen. Starten Sie eine Studie, oder öffnen Sie eine.</translation>
    </message>
    <message>
        <source>This trial&apos;s folder keeps no weights of single samples.</source>
        <translation>Der Ordner dieses Trials bewahrt keine Gewichte einzelner Beispiele auf.</translation>
    </message>
    <message>
        <source>The samples&apos; weights are being read.</source>
        <translation>Die Gewichte der Beispiele werden gelesen.</translation>
    </message>
    <message>
        <source>lowest weight first · %1 wrong of %2</source>
        <translation>kleinstes Gewicht zuerst · %1 falsch von %2</translation>
    </message>
    <message>
        <source>highest weight first · %1 wrong of %2</source>
        <translation>größtes Gewicht zuerst · %1 falsch von %2</translation>
    </message>
    <message>
        <source>Images are being read.</source>
        <translation>Bilder werden gelesen.</translation>
    </message>
    <message>
        <source>The data set cannot be read here: labels only.</source>
        <translation>Der Datensatz lässt sich hier nicht lesen: nur Labels.</translation>
    </message>
    <message>
        <source>The recipe in Set up is not this study&apos;s: labels only. Undo its changes to see the images.</source>
        <translation>Das Rezept im Aufbau ist nicht das dieser Studie: nur Labels. Machen Sie die Änderungen rückgängig, um die Bilder zu sehen.</translation>
    </message>
    <message>
        <source>every label</source>
        <translation>jedes Label</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Richtig</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>Falsch</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Unsicher</translation>
    </message>
    <message>
        <source>Take the mark away</source>
        <translation>Markierung entfernen</translation>
    </message>
    <message>
        <source>Large view</source>
        <translation>Große Ansicht</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Export marks…</source>
        <translation>Markierungen exportieren…</translation>
    </message>
    <message>
        <source>Export marks</source>
        <translation>Markierungen exportieren</translation>
    </message>
    <message>
        <source>Import marks…</source>
        <translation>Markierungen importieren…</translation>
    </message>
    <message>
        <source>Import marks</source>
        <translation>Markierungen importieren</translation>
    </message>
    <message>
        <source>Compare without those marked wrong…</source>
        <translation>Ohne die als falsch markierten vergleichen…</translation>
    </message>
    <message>
        <source>Precision at the top: %1 of the first %2 are wrong (%3 %); of all, %4 %.</source>
        <translation>Präzision an der Spitze: %1 der ersten %2 sind falsch (%3 %); von allen %4 %.</translation>
    </message>
    <message>
        <source>Which labels are wrong is not known here: look at the images and mark them.</source>
        <translation>Welche Labels falsch sind, ist hier nicht bekannt: sehen Sie die Bilder an und markieren Sie sie.</translation>
    </message>
    <message>
        <source>Of the first %1 you marked %2 wrong, %3 right, %4 unsure.</source>
        <translation>Von den ersten %1 haben Sie %2 als falsch, %3 als richtig, %4 als unsicher markiert.</translation>
    </message>
    <message>
        <source>image %1</source>
        <translation>Bild %1</translation>
    </message>
    <message>
        <source>labelled %1</source>
        <translation>Label %1</translation>
    </message>
    <message>
        <source>the classifier answers %1</source>
        <translation>der Klassifikator antwortet %1</translation>
    </message>
    <message>
        <source>weight %1, rank %2 of %3</source>
        <translation>Gewicht %1, Rang %2 von %3</translation>
    </message>
    <message>
        <source>wrong: it is truly %1</source>
        <translation>falsch: wahr ist %1</translation>
    </message>
    <message>
        <source>the label is right</source>
        <translation>das Label ist richtig</translation>
    </message>
    <message>
        <source>the recipe made this label of %1</source>
        <translation>das Rezept hat dieses Label aus %1 gemacht</translation>
    </message>
    <message>
        <source>you said: %1</source>
        <translation>Sie sagten: %1</translation>
    </message>
    <message>
        <source>No image in the list is marked wrong, so there is none to leave out.</source>
        <translation>Kein Bild der Liste ist als falsch markiert, also ist keines wegzulassen.</translation>
    </message>
    <message>
        <source>Nothing can be compared yet. --leave-out %1 leaves the images out on the command line.</source>
        <translation>Noch lässt sich nichts vergleichen. Auf der Kommandozeile lässt --leave-out %1 die Bilder weg.</translation>
    </message>
    <message>
        <source>R right, W wrong, U unsure, Backspace takes back, Enter large view</source>
        <translation>R richtig, W falsch, U unsicher, Rücktaste nimmt zurück, Eingabe große Ansicht</translation>
    </message>
    <message>
        <source>trial #%1, until the weights of #%2 are there</source>
        <translation>Trial #%1, bis die Gewichte von #%2 da sind</translation>
    </message>
    <message>
        <source>The samples&apos; weights come with the end of an epoch.</source>
        <translation>Die Gewichte der Beispiele kommen mit dem Ende einer Epoche.</translation>
    </message>
    <message>
        <source>Under an image stands its label, and behind → the true one if that is another.</source>
        <translation>Unter einem Bild steht sein Label und hinter → das wahre, wenn es ein anderes ist.</translation>
    </message>
    <message>
        <source>Under an image stands its label, and behind · with ? the classifier&apos;s answer if that is another.</source>
        <translation>Unter einem Bild steht sein Label und hinter · mit ? die Antwort des Klassifikators, wenn sie eine andere ist.</translation>
    </message>
    <message numerus="yes">
        <source>lowest weight first · %Ln image(s)</source>
        <translation>
            <numerusform>kleinstes Gewicht zuerst · %Ln Bild</numerusform>
            <numerusform>kleinstes Gewicht zuerst · %Ln Bilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>highest weight first · %Ln image(s)</source>
        <translation>
            <numerusform>größtes Gewicht zuerst · %Ln Bild</numerusform>
            <numerusform>größtes Gewicht zuerst · %Ln Bilder</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::LandscapeMap</name>
    <message>
        <source>%1 %2, %3 %4</source>
        <comment>parameter, its value, other parameter, its value</comment>
        <translation>%1 %2, %3 %4</translation>
    </message>
    <message>
        <source>%1: never tried</source>
        <translation>%1: nie versucht</translation>
    </message>
    <message>
        <source>%1: median %2, n = %3, from %4 to %5</source>
        <translation>%1: Median %2, n = %3, von %4 bis %5</translation>
    </message>
    <message>
        <source>outlined: the best trial · empty: never tried</source>
        <translation>umrandet: der beste Trial · leer: nie versucht</translation>
    </message>
</context>
<context>
    <name>reweigh::LandscapePanel</name>
    <message>
        <source>Landscape</source>
        <translation>Landschaft</translation>
    </message>
    <message>
        <source>Across</source>
        <translation>Waagerecht</translation>
    </message>
    <message>
        <source>Upwards</source>
        <translation>Senkrecht</translation>
    </message>
    <message>
        <source>Show only this cell&apos;s trials</source>
        <translation>Nur die Trials dieser Zelle zeigen</translation>
    </message>
    <message>
        <source>Show all trials</source>
        <translation>Alle Trials zeigen</translation>
    </message>
    <message>
        <source>A map of the searched architectures, coloured by how well they did. It begins with the first complete trial.</source>
        <translation>Eine Karte der gesuchten Architekturen, gefärbt nach ihrem Erfolg. Beginnt mit dem ersten vollendeten Trial.</translation>
    </message>
    <message>
        <source>A map needs two parameters; this study searched fewer.</source>
        <translation>Eine Karte braucht zwei Parameter; diese Studie suchte weniger.</translation>
    </message>
    <message>
        <source>median %1 · n in each cell</source>
        <translation>Median %1 · n in jeder Zelle</translation>
    </message>
    <message>
        <source>No map yet.</source>
        <translation>Noch keine Karte.</translation>
    </message>
    <message>
        <source>Map of %1 by %2: %3 of %4 cells tried.</source>
        <translation>Karte von %1 über %2: %3 von %4 Zellen versucht.</translation>
    </message>
    <message>
        <source>%1 Best trial in %2.</source>
        <translation>%1 Bester Trial in %2.</translation>
    </message>
</context>
<context>
    <name>reweigh::LayerStrip</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>reweigh::LayoutActions</name>
    <message>
        <source>Reset layout</source>
        <translation>Anordnung zurücksetzen</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
</context>
<context>
    <name>reweigh::LibTorchBar</name>
    <message>
        <source>LibTorch</source>
        <translation>LibTorch</translation>
    </message>
    <message>
        <source>for the GPU too</source>
        <translation>auch für die GPU</translation>
    </message>
    <message>
        <source>LibTorch %1 is in %2: trainings can run.</source>
        <translation>LibTorch %1 liegt in %2: Trainings können laufen.</translation>
    </message>
    <message>
        <source>Everything but trainings works. Those need LibTorch %1 in %2, %3 of disk.</source>
        <translation>Alles außer Trainings geht. Diese brauchen LibTorch %1 in %2, %3 auf der Platte.</translation>
    </message>
</context>
<context>
    <name>reweigh::LogModel</name>
    <message>
        <source>note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>! warning</source>
        <translation>! Warnung</translation>
    </message>
    <message>
        <source>✕ problem</source>
        <translation>✕ Problem</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
    <message>
        <source>%1 times: %2</source>
        <translation>%1-mal: %2</translation>
    </message>
</context>
<context>
    <name>reweigh::LogPanel</name>
    <message>
        <source>Log</source>
        <translation>Protokoll</translation>
    </message>
    <message>
        <source>Copy lines</source>
        <translation>Zeilen kopieren</translation>
    </message>
    <message>
        <source>Copy the log</source>
        <translation>Protokoll kopieren</translation>
    </message>
    <message>
        <source>Nothing happened yet.</source>
        <translation>Noch ist nichts geschehen.</translation>
    </message>
    <message>
        <source>%1. The newest line: %2</source>
        <translation>%1. Die neueste Zeile: %2</translation>
    </message>
    <message>
        <source>Events and problems are listed here.</source>
        <translation>Ereignisse und Probleme stehen hier.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n Zeile</numerusform>
            <numerusform>%n Zeilen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::MainWindow</name>
    <message>
        <source>%1 — Reweigh</source>
        <translation>%1 — Reweigh</translation>
    </message>
    <message>
        <source>Views behind each other</source>
        <translation>Ansichten hintereinander</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Study</source>
        <translation>&amp;Studie</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>About Reweigh</source>
        <translation>Über Reweigh</translation>
    </message>
    <message>
        <source>Run and layouts</source>
        <translation>Lauf und Anordnungen</translation>
    </message>
    <message>
        <source>%1 was closed; its changed settings are not stored.</source>
        <translation>%1 wurde geschlossen; die geänderten Einstellungen sind nicht gespeichert.</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Wieder öffnen</translation>
    </message>
</context>
<context>
    <name>reweigh::MarksEditor</name>
    <message>
        <source>Star this trial</source>
        <translation>Diesen Trial mit Stern merken</translation>
    </message>
    <message>
        <source>what you found</source>
        <translation>was Sie fanden</translation>
    </message>
    <message>
        <source>with commas between them</source>
        <translation>durch Kommas getrennt</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Schlagworte</translation>
    </message>
    <message>
        <source>Star trial %1</source>
        <translation>Trial %1 mit Stern merken</translation>
    </message>
    <message>
        <source>Take the star from trial %1</source>
        <translation>Trial %1 den Stern nehmen</translation>
    </message>
    <message>
        <source>Note on trial %1</source>
        <translation>Notiz zu Trial %1</translation>
    </message>
    <message>
        <source>Tags of trial %1</source>
        <translation>Schlagworte von Trial %1</translation>
    </message>
</context>
<context>
    <name>reweigh::MatrixPanel</name>
    <message>
        <source>Transition matrix</source>
        <translation>Übergangsmatrix</translation>
    </message>
    <message>
        <source>click: show these images</source>
        <translation>Klick: diese Bilder zeigen</translation>
    </message>
    <message>
        <source>Transition matrix, rows true classes, columns observed labels</source>
        <translation>Übergangsmatrix, Zeilen wahre Klassen, Spalten beobachtete Labels</translation>
    </message>
    <message>
        <source>row: true, column: observed</source>
        <translation>Zeile: wahr, Spalte: beobachtet</translation>
    </message>
    <message>
        <source>%1 → %2: requested %3, actual %4 (%5 of %6)</source>
        <translation>%1 → %2: verlangt %3, tatsächlich %4 (%5 von %6)</translation>
    </message>
    <message>
        <source>hover: requested and actual rate</source>
        <translation>Zeigen: verlangte und tatsächliche Rate</translation>
    </message>
    <message>
        <source>%1 of the labels are right; rows are true classes, columns observed labels.</source>
        <translation>%1 der Labels stimmen; Zeilen sind wahre Klassen, Spalten beobachtete Labels.</translation>
    </message>
    <message>
        <source>%1 → %2: %3 (%4 of %5)</source>
        <translation>%1 → %2: %3 (%4 von %5)</translation>
    </message>
    <message>
        <source>hover: actual rate</source>
        <translation>Zeigen: tatsächliche Rate</translation>
    </message>
    <message>
        <source>%1 of the labels are as they came; rows are labels as they came, columns those they have now.</source>
        <translation>%1 der Labels sind, wie sie kamen; Zeilen sind die Labels wie gekommen, Spalten die jetzigen.</translation>
    </message>
    <message>
        <source>row: label as it came, column: label now</source>
        <translation>Zeile: Label wie gekommen, Spalte: Label jetzt</translation>
    </message>
</context>
<context>
    <name>reweigh::MechanismPanel</name>
    <message>
        <source>Mechanism over epochs</source>
        <translation>Mechanismus über Epochen</translation>
    </message>
    <message>
        <source>Training whose weights are shown</source>
        <translation>Training, dessen Gewichte gezeigt werden</translation>
    </message>
    <message>
        <source>AUROC</source>
        <translation>AUROC</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>mean weight</source>
        <translation>mittleres Gewicht</translation>
    </message>
    <message>
        <source>trial #%1</source>
        <translation>Trial #%1</translation>
    </message>
    <message>
        <source>%1 (earlier)</source>
        <comment>a variant</comment>
        <translation>%1 (früher)</translation>
    </message>
    <message>
        <source>The epochs of %1 are being read; they are not there where run folders were not kept.</source>
        <comment>a variant</comment>
        <translation>Die Epochen von %1 werden gelesen; wo Laufordner nicht aufgehoben wurden, fehlen sie.</translation>
    </message>
    <message>
        <source>Here you will see, epoch by epoch, whether weights tell wrong labels from rare classes. Run a study, or open one.</source>
        <translation>Hier sehen Sie Epoche für Epoche, ob die Gewichte falsche Labels von seltenen Klassen unterscheiden. Starten Sie eine Studie, oder öffnen Sie eine.</translation>
    </message>
    <message>
        <source>Which labels are wrong is not known here, as nobody has checked them: so it is not known either what weights do to them. With labels that the recipe changes, or true labels in a file, it is.</source>
        <translation>Welche Labels falsch sind, ist hier nicht bekannt, da niemand sie geprüft hat: also auch nicht, was die Gewichte mit ihnen tun. Mit Labels, die das Rezept ändert, oder wahren Labels in einer Datei ist es bekannt.</translation>
    </message>
    <message>
        <source>No label is wrong here, so weights cannot tell wrong labels from rare classes. Add label noise to the recipe to see what they do.</source>
        <translation>Hier ist kein Label falsch, also können Gewichte falsche Labels nicht von seltenen Klassen unterscheiden. Fügen Sie dem Rezept Label-Rauschen hinzu, um zu sehen, was sie tun.</translation>
    </message>
    <message numerus="yes">
        <source>%1 · mean of %n seed(s) · after epoch %2</source>
        <comment>a variant</comment>
        <translation>
            <numerusform>%1 · Mittel über %n Seed · nach Epoche %2</numerusform>
            <numerusform>%1 · Mittel über %n Seeds · nach Epoche %2</numerusform>
        </translation>
    </message>
    <message>
        <source>trial #%1 · epoch %2 of %3</source>
        <translation>Trial #%1 · Epoche %2 von %3</translation>
    </message>
    <message>
        <source>all</source>
        <comment>classes</comment>
        <translation>alle</translation>
    </message>
    <message>
        <source>other</source>
        <comment>labels</comment>
        <translation>andere</translation>
    </message>
    <message>
        <source>right</source>
        <comment>labels</comment>
        <translation>richtig</translation>
    </message>
    <message>
        <source>changed</source>
        <comment>labels</comment>
        <translation>geändert</translation>
    </message>
    <message>
        <source>wrong</source>
        <comment>labels</comment>
        <translation>falsch</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>kind of labels, size of class</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>Epoche %1</translation>
    </message>
</context>
<context>
    <name>reweigh::ModelPanel</name>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>the search may change what is blue</source>
        <translation>die Suche darf ändern, was blau ist</translation>
    </message>
    <message>
        <source>Layers of the classifier</source>
        <translation>Schichten des Klassifikators</translation>
    </message>
    <message>
        <source>Layers of the Meta-Weight-Net</source>
        <translation>Schichten des Meta-Weight-Net</translation>
    </message>
    <message>
        <source>The layers are drawn when the data set is read: its images say how wide they are.</source>
        <translation>Die Schichten werden gezeichnet, wenn der Datensatz gelesen ist: seine Bilder sagen, wie breit sie sind.</translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation>%1 Parameter</translation>
    </message>
    <message>
        <source>%1 parameters, %2 of the classifier</source>
        <translation>%1 Parameter, %2 des Klassifikators</translation>
    </message>
    <message>
        <source>%1: %2. MW-Net, input %3: %4.</source>
        <translation>%1: %2. MW-Net, Eingang %3: %4.</translation>
    </message>
</context>
<context>
    <name>reweigh::NoiseAurocPanel</name>
    <message>
        <source>all</source>
        <translation>alle</translation>
    </message>
    <message>
        <source>AUROC over epochs</source>
        <translation>AUROC über Epochen</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>Epoche</translation>
    </message>
    <message>
        <source>AUROC</source>
        <translation>AUROC</translation>
    </message>
    <message>
        <source>Here you will see, epoch by epoch, how well low weights find wrong labels. Run a study, or open one.</source>
        <translation>Hier sehen Sie Epoche für Epoche, wie gut kleine Gewichte falsche Labels finden. Starten Sie eine Studie, oder öffnen Sie eine.</translation>
    </message>
    <message>
        <source>trial #%1 · epoch %2 of %3 · band: 95 % interval over samples</source>
        <translation>Trial #%1 · Epoche %2 von %3 · Band: 95-%-Intervall über Beispiele</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>Epoche %1</translation>
    </message>
</context>
<context>
    <name>reweigh::NoticeBar</name>
    <message>
        <source>Notices</source>
        <translation>Hinweise</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Close the notice</source>
        <translation>Hinweis schließen</translation>
    </message>
</context>
<context>
    <name>reweigh::OpenPlan</name>
    <message numerus="yes">
        <source>%n cell(s) left, which another process runs; what it leaves is taken over</source>
        <translation>
            <numerusform>noch %n Zelle, die ein anderer Prozess trainiert; was er übrig lässt, wird übernommen</numerusform>
            <numerusform>noch %n Zellen, die ein anderer Prozess trainiert; was er übrig lässt, wird übernommen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: all of the plan is done.</source>
        <translation>%1: der ganze Plan ist fertig.</translation>
    </message>
    <message>
        <source>%1 is running: stop it before you open another plan.</source>
        <translation>%1 läuft: brechen Sie den Plan ab, ehe Sie einen anderen öffnen.</translation>
    </message>
    <message>
        <source>%1 can be read again.</source>
        <translation>%1 kann wieder gelesen werden.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a cell of a plan, why it cannot be trained</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>reweigh::OpenStudy</name>
    <message>
        <source>new study</source>
        <translation>neue Studie</translation>
    </message>
    <message>
        <source>%1 can be read again.</source>
        <translation>%1 kann wieder gelesen werden.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: trials at once: %2, not %3, because of the search lag.</source>
        <translation>%1: Trials zugleich: %2 statt %3, wegen des Verzugs der Suche.</translation>
    </message>
    <message>
        <source>%1 has %2 objectives: the table of trials shows each of them, Pareto front two, History one. Searches here have one objective.</source>
        <translation>%1 hat %2 Zielgrößen: Die Tabelle der Trials zeigt jede davon, Pareto-Front zwei, Verlauf der Suche eine. Suchen haben hier eine Zielgröße.</translation>
    </message>
</context>
<context>
    <name>reweigh::Panel</name>
    <message>
        <source>Options of %1</source>
        <translation>Optionen von %1</translation>
    </message>
    <message>
        <source>Export this view…</source>
        <translation>Diese Ansicht exportieren…</translation>
    </message>
    <message>
        <source>%1 Another program made this study: it can be looked at, not run.</source>
        <translation>%1 Ein anderes Programm hat diese Studie erstellt: Man kann sie ansehen, aber nicht ausführen.</translation>
    </message>
</context>
<context>
    <name>reweigh::ParallelPanel</name>
    <message>
        <source>Parallel coordinates</source>
        <translation>Parallele Koordinaten</translation>
    </message>
    <message>
        <source>Top 10 %</source>
        <translation>Beste 10 %</translation>
    </message>
    <message>
        <source>Brush the best tenth of the complete trials</source>
        <translation>Das beste Zehntel der vollendeten Trials auswählen</translation>
    </message>
    <message>
        <source>All trials</source>
        <translation>Alle Trials</translation>
    </message>
    <message>
        <source>Clear every brush and filter (Esc)</source>
        <translation>Jede Auswahl und jeden Filter aufheben (Esc)</translation>
    </message>
    <message>
        <source>Every complete trial as a line over its parameters and its value. It begins with the first complete trial.</source>
        <translation>Jeder vollendete Trial als Linie über seine Parameter und seinen Wert. Beginnt mit dem ersten vollendeten Trial.</translation>
    </message>
    <message numerus="yes">
        <source>%1, as lines over %n axes.</source>
        <translation>
            <numerusform>%1, als Linien über %n Achse.</numerusform>
            <numerusform>%1, als Linien über %n Achsen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Columns as axes</source>
        <translation>Spalten als Achsen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln complete trial(s)</source>
        <translation>
            <numerusform>%Ln vollendeter Trial</numerusform>
            <numerusform>%Ln vollendete Trials</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln complete trial(s) · brushed: %1</source>
        <translation>
            <numerusform>%Ln vollendeter Trial · ausgewählt: %1</numerusform>
            <numerusform>%Ln vollendete Trials · ausgewählt: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln complete trial(s) · filtered: %1</source>
        <translation>
            <numerusform>%Ln vollendeter Trial · gefiltert: %1</numerusform>
            <numerusform>%Ln vollendete Trials · gefiltert: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::ParallelPlot</name>
    <message>
        <source>%1: not brushed</source>
        <translation>%1: nicht eingeschränkt</translation>
    </message>
    <message>
        <source>%1: brushed from %2 to %3</source>
        <translation>%1: eingeschränkt auf %2 bis %3</translation>
    </message>
    <message>
        <source>trial %1: %2</source>
        <translation>Trial %1: %2</translation>
    </message>
    <message>
        <source>none</source>
        <comment>a trial lacks this parameter</comment>
        <translation>keine</translation>
    </message>
    <message>
        <source>+%1 more</source>
        <comment>values of an axis that are not written</comment>
        <translation>+%1 weitere</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>an axis, the names of its numbers</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>reweigh::PhaseMapPanel</name>
    <message>
        <source>Phase map</source>
        <translation>Phasenkarte</translation>
    </message>
    <message>
        <source>Gain of one variant over another by two settings</source>
        <translation>Gewinn einer Variante über eine andere nach zwei Einstellungen</translation>
    </message>
    <message>
        <source>Variant whose gain is shown</source>
        <translation>Variante, deren Gewinn gezeigt wird</translation>
    </message>
    <message>
        <source>Variant that it is compared with</source>
        <translation>Variante, mit der sie verglichen wird</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Maß</translation>
    </message>
    <message>
        <source>Setting from left to right</source>
        <translation>Einstellung von links nach rechts</translation>
    </message>
    <message>
        <source>Setting from bottom to top</source>
        <translation>Einstellung von unten nach oben</translation>
    </message>
    <message>
        <source>Value of %1</source>
        <translation>Wert von %1</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>setting, value</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>The gain of one variant over another will be here, over two settings of a plan: where it helps, and where that is open.</source>
        <translation>Der Gewinn einer Variante über eine andere steht hier, über zwei Einstellungen eines Plans: wo sie hilft, und wo das offen ist.</translation>
    </message>
    <message>
        <source>A map compares two variants; this plan has one.</source>
        <translation>Eine Karte vergleicht zwei Varianten; dieser Plan hat eine.</translation>
    </message>
    <message>
        <source>A map needs two settings that differ between cells; this plan has fewer.</source>
        <translation>Eine Karte braucht zwei Einstellungen, in denen sich Zellen unterscheiden; dieser Plan hat weniger.</translation>
    </message>
    <message>
        <source>%1, points, 95 % · hatched: not decided, Holm over the map</source>
        <translation>%1, Punkte, 95 % · schraffiert: nicht entschieden, Holm über die Karte</translation>
    </message>
    <message>
        <source>%1, 95 % · hatched: not decided, Holm over the map</source>
        <translation>%1, 95 % · schraffiert: nicht entschieden, Holm über die Karte</translation>
    </message>
    <message>
        <source>Difference %1 − %2. Blue, ✓: %1 is better; orange, ✕: worse.</source>
        <translation>Differenz %1 − %2. Blau, ✓: %1 ist besser; orange, ✕: schlechter.</translation>
    </message>
    <message>
        <source>There is no map yet.</source>
        <translation>Noch gibt es keine Karte.</translation>
    </message>
</context>
<context>
    <name>reweigh::PlanPanel</name>
    <message>
        <source>plan %1</source>
        <translation>Plan %1</translation>
    </message>
    <message>
        <source>%1 It is read again when the file changes.</source>
        <comment>an error</comment>
        <translation>%1 Die Datei wird wieder gelesen, wenn sie sich ändert.</translation>
    </message>
    <message>
        <source>%1 is being read.</source>
        <translation>%1 wird gelesen.</translation>
    </message>
    <message>
        <source>%1 Open a plan file: File &gt; Open, or reweigh PLAN.json.</source>
        <comment>what will be here</comment>
        <translation>%1 Öffnen Sie eine Plandatei: Datei &gt; Öffnen, oder reweigh PLAN.json.</translation>
    </message>
    <message>
        <source>%1 has not begun: nothing of it is stored yet.</source>
        <translation>%1 hat noch nicht begonnen: nichts davon ist gespeichert.</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n cell(s)</source>
        <comment>a plan</comment>
        <translation>
            <numerusform>%1 · %n Zelle</numerusform>
            <numerusform>%1 · %n Zellen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%2 of %n cell(s))</source>
        <comment>what figures stand on</comment>
        <translation>
            <numerusform>%1 (%2 von %n Zelle)</numerusform>
            <numerusform>%1 (%2 von %n Zellen)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::PlanRunBar</name>
    <message>
        <source>Trainings of the plan that are done</source>
        <translation>Fertige Trainings des Plans</translation>
    </message>
    <message>
        <source>Finish the step, write checkpoints and end; the next run continues there</source>
        <translation>Schritt beenden, Sicherungspunkte schreiben und aufhören; der nächste Lauf macht dort weiter</translation>
    </message>
    <message>
        <source>about %1, %2 at once</source>
        <comment>time, trainings</comment>
        <translation>etwa %1, %2 zugleich</translation>
    </message>
    <message>
        <source>about %1, one at a time</source>
        <comment>time</comment>
        <translation>etwa %1, eines nach dem anderen</translation>
    </message>
    <message>
        <source>Nothing is missing</source>
        <translation>Nichts fehlt</translation>
    </message>
    <message numerus="yes">
        <source>Run what is missing (%n training(s))</source>
        <translation>
            <numerusform>Fehlendes trainieren (%n Training)</numerusform>
            <numerusform>Fehlendes trainieren (%n Trainings)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Run what is missing (%n training(s), %1)</source>
        <translation>
            <numerusform>Fehlendes trainieren (%n Training, %1)</numerusform>
            <numerusform>Fehlendes trainieren (%n Trainings, %1)</numerusform>
        </translation>
    </message>
    <message>
        <source>Every search and every training of the plan is done</source>
        <translation>Jede Suche und jedes Training des Plans ist fertig</translation>
    </message>
    <message>
        <source>Trials of searches and trainings of variants; how long they take is known once one is stored</source>
        <translation>Trials von Suchen und Trainings von Varianten; wie lange sie dauern, weiß man, sobald eines gespeichert ist</translation>
    </message>
    <message>
        <source>Trials of searches and trainings of variants; the time is estimated from those that are stored</source>
        <translation>Trials von Suchen und Trainings von Varianten; die Zeit ist aus den gespeicherten geschätzt</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Bricht ab…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop the plan</source>
        <translation>Plan abbrechen</translation>
    </message>
    <message>
        <source>Trainings at once</source>
        <translation>Trainings zugleich</translation>
    </message>
    <message>
        <source>How many trainings run side by side; the results are the same for any number. May be changed while the plan runs: applies when the next training begins.</source>
        <translation>Wie viele Trainings nebeneinander laufen; die Ergebnisse sind für jede Zahl dieselben. Kann geändert werden, während der Plan läuft: gilt, wenn das nächste Training beginnt.</translation>
    </message>
    <message>
        <source>at once: </source>
        <comment>number of trainings</comment>
        <translation>zugleich: </translation>
    </message>
    <message>
        <source>Nothing more can be run</source>
        <translation>Mehr kann nicht laufen</translation>
    </message>
    <message>
        <source>What is missing cannot be made: the list of cells says why</source>
        <translation>Was fehlt, ist nicht machbar: die Liste der Zellen sagt, warum</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln training(s)</source>
        <translation>
            <numerusform>%1 von %Ln Training</numerusform>
            <numerusform>%1 von %Ln Trainings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>System</source>
        <translation>System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>A new language applies from the next start.</source>
        <translation>Eine andere Sprache gilt ab dem nächsten Start.</translation>
    </message>
    <message>
        <source>&amp;Device of new studies</source>
        <translation>&amp;Gerät neuer Studien</translation>
    </message>
</context>
<context>
    <name>reweigh::RankPanel</name>
    <message>
        <source>Rank</source>
        <translation>Rang</translation>
    </message>
    <message>
        <source>Across</source>
        <translation>Waagerecht</translation>
    </message>
    <message>
        <source>Upwards</source>
        <translation>Senkrecht</translation>
    </message>
    <message>
        <source>Every trial over two quantities, coloured by its rank. It begins with the first complete trial.</source>
        <translation>Jeder Trial über zwei Größen, gefärbt nach seinem Rang. Beginnt mit dem ersten vollendeten Trial.</translation>
    </message>
    <message>
        <source>trial %1: rank %2 of %3, %4</source>
        <comment>number, its rank, number of trials, the trial&apos;s value</comment>
        <translation>Trial %1: Rang %2 von %3, %4</translation>
    </message>
    <message numerus="yes">
        <source>%n trial(s) over %1 and %2. The best: trial %3.</source>
        <translation>
            <numerusform>%n Trial über %1 und %2. Der beste: Trial %3.</numerusform>
            <numerusform>%n Trials über %1 und %2. Der beste: Trial %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>Pareto front</source>
        <translation>Pareto-Front</translation>
    </message>
    <message>
        <source>Every trial over two objectives, with the Pareto front. It begins with the first complete trial.</source>
        <translation>Jeder Trial über zwei Zielgrößen, mit der Pareto-Front. Beginnt mit dem ersten vollendeten Trial.</translation>
    </message>
    <message>
        <source>trial %1: %2 %3, %4 %5</source>
        <comment>number, a quantity, its value, another quantity, its value</comment>
        <translation>Trial %1: %2 %3, %4 %5</translation>
    </message>
    <message>
        <source>%1, on the Pareto front</source>
        <comment>what is said of the trial</comment>
        <translation>%1, auf der Pareto-Front</translation>
    </message>
    <message numerus="yes">
        <source>%n trial(s) over %1 and %2, %3 of them on the Pareto front.</source>
        <translation>
            <numerusform>%n Trial über %1 und %2, %3 davon auf der Pareto-Front.</numerusform>
            <numerusform>%n Trials über %1 und %2, %3 davon auf der Pareto-Front.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln trial(s), %1 on the Pareto front</source>
        <translation>
            <numerusform>%Ln Trial, %1 auf der Pareto-Front</numerusform>
            <numerusform>%Ln Trials, %1 auf der Pareto-Front</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln trial(s), the lighter the better</source>
        <translation>
            <numerusform>%Ln Trial, je heller, desto besser</numerusform>
            <numerusform>%Ln Trials, je heller, desto besser</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln trial(s), the darker the better</source>
        <translation>
            <numerusform>%Ln Trial, je dunkler, desto besser</numerusform>
            <numerusform>%Ln Trials, je dunkler, desto besser</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::RecallPanel</name>
    <message>
        <source>Recall by class</source>
        <translation>Trefferquote je Klasse</translation>
    </message>
    <message>
        <source>test recall</source>
        <translation>Trefferquote im Test</translation>
    </message>
    <message>
        <source>Each variant&apos;s test recall of every class will be here, the smallest class at the right.</source>
        <translation>Der Test-Recall jeder Variante für jede Klasse steht hier, die kleinste Klasse rechts.</translation>
    </message>
    <message>
        <source>No variant has been tested yet.</source>
        <translation>Noch ist keine Variante getestet.</translation>
    </message>
    <message>
        <source>%1: %2 % of %3, %4 % of %5</source>
        <comment>variant, recall, class, recall, class</comment>
        <translation>%1: %2 % von %3, %4 % von %5</translation>
    </message>
    <message numerus="yes">
        <source>smallest class at the right · mean of %n seed(s) · band: 95 % Student t</source>
        <translation>
            <numerusform>kleinste Klasse rechts · Mittel über %n Seed · Band: 95 % Student t</numerusform>
            <numerusform>kleinste Klasse rechts · Mittel über %n Seeds · Band: 95 % Student t</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>classes in the set&apos;s order · mean of %n seed(s) · band: 95 % Student t</source>
        <translation>
            <numerusform>Klassen in der Reihenfolge des Datensatzes · Mittel über %n Seed · Band: 95 % Student t</numerusform>
            <numerusform>Klassen in der Reihenfolge des Datensatzes · Mittel über %n Seeds · Band: 95 % Student t</numerusform>
        </translation>
    </message>
    <message>
        <source>class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>The recall of classes is drawn from the folders of the compared runs, which are not beside this study.</source>
        <translation>Die Trefferquoten der Klassen werden aus den Ordnern der verglichenen Läufe gezeichnet, und die liegen nicht neben dieser Studie.</translation>
    </message>
</context>
<context>
    <name>reweigh::RecentStudies</name>
    <message>
        <source>Continue with</source>
        <translation>Fortsetzen</translation>
    </message>
</context>
<context>
    <name>reweigh::RecipePanel</name>
    <message>
        <source>Recipe</source>
        <translation>Rezept</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Preset: %1</source>
        <translation>Vorlage: %1</translation>
    </message>
    <message>
        <source>Preset %1</source>
        <translation>Vorlage %1</translation>
    </message>
    <message>
        <source>%1 train, %2 test, %3 classes, %4 × %5</source>
        <translation>%1 Training, %2 Test, %3 Klassen, %4 × %5</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Reading the data set…</source>
        <translation>Der Datensatz wird gelesen…</translation>
    </message>
    <message>
        <source>fingerprint %1</source>
        <translation>Fingerabdruck %1</translation>
    </message>
    <message>
        <source>Copy the recipe&apos;s fingerprint %1</source>
        <translation>Den Fingerabdruck %1 des Rezepts kopieren</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>Fingerprint of the prepared data: the same code means the same images and labels on any machine. A click copies it.</source>
        <translation>Fingerabdruck der vorbereiteten Daten: gleicher Code heißt gleiche Bilder und Labels auf jeder Maschine. Ein Klick kopiert ihn.</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 ändern</translation>
    </message>
    <message>
        <source>Shows which, with the reason of each</source>
        <translation>Zeigt, welche es sind, je mit dem Grund</translation>
    </message>
    <message>
        <source>Images that cannot be read: %1…</source>
        <translation>Nicht lesbare Bilder: %1…</translation>
    </message>
</context>
<context>
    <name>reweigh::ResumeBanner</name>
    <message>
        <source>Interrupted studies</source>
        <translation>Unterbrochene Studien</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nicht jetzt</translation>
    </message>
    <message numerus="yes">
        <source>%n trial(s) of %1 were interrupted and can be continued where they were.</source>
        <translation>
            <numerusform>%n Trial von %1 wurde unterbrochen und kann dort fortgesetzt werden.</numerusform>
            <numerusform>%n Trials von %1 wurden unterbrochen und können dort fortgesetzt werden.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::RunActions</name>
    <message>
        <source>Run</source>
        <translation>Starten</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Stop now</source>
        <translation>Sofort abbrechen</translation>
    </message>
    <message>
        <source>Stop after this epoch</source>
        <translation>Nach dieser Epoche abbrechen</translation>
    </message>
    <message>
        <source>Another process is running this study; this window shows its progress.</source>
        <translation>Ein anderer Prozess führt diese Studie aus; dieses Fenster zeigt ihren Fortschritt.</translation>
    </message>
    <message>
        <source>This study was not made by Reweigh: it can be looked at, not run.</source>
        <translation>Diese Studie stammt nicht von Reweigh: sie kann betrachtet, aber nicht ausgeführt werden.</translation>
    </message>
    <message>
        <source>Run the study until its budget is spent (F5)</source>
        <translation>Die Studie ausführen, bis ihr Budget verbraucht ist (F5)</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>Hält an…</translation>
    </message>
    <message>
        <source>Finish the step, write a checkpoint and wait (Space)</source>
        <translation>Den Schritt beenden, einen Checkpoint schreiben und warten (Leertaste)</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Bricht ab…</translation>
    </message>
    <message>
        <source>Finish the step, write a checkpoint and end (Shift+F5)</source>
        <translation>Den Schritt beenden, einen Checkpoint schreiben und aufhören (Umschalt+F5)</translation>
    </message>
    <message>
        <source>The plan is running this study; this window shows its progress.</source>
        <translation>Der Plan trainiert diese Studie; dieses Fenster zeigt den Fortgang.</translation>
    </message>
    <message>
        <source>Choose a study first.</source>
        <translation>Zuerst eine Studie wählen.</translation>
    </message>
    <message>
        <source>The data set is not here yet; the panel Recipe gets it.</source>
        <translation>Der Datensatz ist noch nicht da; das Feld Rezept holt ihn.</translation>
    </message>
    <message>
        <source>%1 (F5)</source>
        <translation>%1 (F5)</translation>
    </message>
    <message>
        <source>The study&apos;s file has not been read; where it cannot be, the log says why.</source>
        <translation>Die Datei der Studie ist nicht gelesen; kann sie nicht gelesen werden, sagt das Protokoll, warum.</translation>
    </message>
    <message>
        <source>Start a new study</source>
        <translation>Neue Studie beginnen</translation>
    </message>
    <message>
        <source>Resume %1 (F5)</source>
        <translation>%1 fortsetzen (F5)</translation>
    </message>
    <message>
        <source>The plan is run by the button in the panel Hypotheses; studies are run in the other layouts.</source>
        <translation>Den Plan startet der Knopf im Feld Hypothesen; Studien laufen in den anderen Layouts.</translation>
    </message>
    <message numerus="yes">
        <source>%1; the comparison lacks %n training(s): Compare, Queue the missing runs</source>
        <translation>
            <numerusform>%1; dem Vergleich fehlt %n Training: Vergleichen, Fehlende Läufe einreihen</numerusform>
            <numerusform>%1; dem Vergleich fehlen %n Trainings: Vergleichen, Fehlende Läufe einreihen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; the comparison lacks %n training(s): Study, Compare…</source>
        <translation>
            <numerusform>%1; dem Vergleich fehlt %n Training: Studie, Vergleichen…</numerusform>
            <numerusform>%1; dem Vergleich fehlen %n Trainings: Studie, Vergleichen…</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a study, and what is done to it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The plan is stopped by the button in the panel Hypotheses.</source>
        <translation>Den Plan hält der Knopf im Feld Hypothesen an.</translation>
    </message>
</context>
<context>
    <name>reweigh::RunLogWriter</name>
    <message>
        <source>%1 trains on %2 in %3.</source>
        <translation>%1 trainiert auf %2 in %3.</translation>
    </message>
    <message>
        <source>%1 trains on %2 in %3: %4</source>
        <translation>%1 trainiert auf %2 in %3: %4</translation>
    </message>
    <message>
        <source>%1: the comparison is done.</source>
        <translation>%1: der Vergleich ist fertig.</translation>
    </message>
    <message>
        <source>%1: the search is done. Best so far: trial %2 with %3.</source>
        <translation>%1: die Suche ist fertig. Bisher am besten: Trial %2 mit %3.</translation>
    </message>
    <message>
        <source>%1: the search is done.</source>
        <translation>%1: die Suche ist fertig.</translation>
    </message>
    <message>
        <source>%1: a training began anew, for its checkpoint was damaged (%2). The damaged file is kept as %3.</source>
        <translation>%1: Ein Training begann von vorn, denn sein Zwischenstand war beschädigt (%2). Die beschädigte Datei bleibt als %3 erhalten.</translation>
    </message>
    <message>
        <source>%1: a training went on from the checkpoint before its newest, which was damaged (%2). The damaged file is kept as %3.</source>
        <translation>%1: Ein Training wurde vom vorletzten Prüfpunkt aus fortgesetzt, denn der neueste war beschädigt (%2). Die beschädigte Datei bleibt als %3 erhalten.</translation>
    </message>
</context>
<context>
    <name>reweigh::SampleCard</name>
    <message>
        <source>Large view of an image</source>
        <translation>Große Ansicht eines Bildes</translation>
    </message>
    <message>
        <source>Right (R)</source>
        <translation>Richtig (R)</translation>
    </message>
    <message>
        <source>Wrong (W)</source>
        <translation>Falsch (W)</translation>
    </message>
    <message>
        <source>Unsure (U)</source>
        <translation>Unsicher (U)</translation>
    </message>
    <message>
        <source>Undo mark</source>
        <translation>Markierung zurücknehmen</translation>
    </message>
    <message>
        <source>Take the last mark back (Backspace)</source>
        <translation>Die letzte Markierung zurücknehmen (Rücktaste)</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Show the image in the file manager</source>
        <translation>Das Bild in der Dateiverwaltung zeigen</translation>
    </message>
</context>
<context>
    <name>reweigh::SampleGrid</name>
    <message>
        <source>truly %1</source>
        <translation>wahr: %1</translation>
    </message>
    <message>
        <source>Image %1: truly %2, labelled %3</source>
        <translation>Bild %1: wahr %2, Label %3</translation>
    </message>
    <message>
        <source>came as %1</source>
        <translation>kam als %1</translation>
    </message>
    <message>
        <source>Image %1: came as %2, labelled %3</source>
        <translation>Bild %1: kam als %2, beobachtet %3</translation>
    </message>
</context>
<context>
    <name>reweigh::SamplesPanel</name>
    <message>
        <source>Samples</source>
        <translation>Beispiele</translation>
    </message>
    <message>
        <source>Observed label of the images shown</source>
        <translation>Beobachtetes Label der gezeigten Bilder</translation>
    </message>
    <message>
        <source>Training images</source>
        <translation>Trainingsbilder</translation>
    </message>
    <message>
        <source>truly %1, labelled %2 · %3</source>
        <translation>wahr %1, beobachtet %2 · %3</translation>
    </message>
    <message>
        <source>observed label · %1</source>
        <translation>beobachtetes Label · %1</translation>
    </message>
    <message>
        <source>came as %1, labelled %2 · %3</source>
        <translation>kam als %1, beobachtet %2 · %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s); the label of %1 is right. %2</source>
        <translation>
            <numerusform>%Ln Bild; das Label von %1 stimmt. %2</numerusform>
            <numerusform>%Ln Bilder; das Label von %1 stimmt. %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s); the label of %1 is the one that it came with. %2</source>
        <translation>
            <numerusform>%Ln Bild; bei %1 ist das Label das, mit dem es kam. %2</numerusform>
            <numerusform>%Ln Bilder; bei %1 ist das Label das, mit dem es kam. %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::SearchPanel</name>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Trials at once</source>
        <translation>Trials zugleich</translation>
    </message>
    <message>
        <source>How many trials run side by side. May be changed while the study runs: applies when the next trial begins.</source>
        <translation>Wie viele Trials nebeneinander laufen. Kann geändert werden, während die Studie läuft: gilt, wenn der nächste Trial beginnt.</translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation>Verdeckte Schichten</translation>
    </message>
    <message>
        <source>Nodes per layer, log</source>
        <translation>Knoten je Schicht, log</translation>
    </message>
    <message>
        <source>Meta learning rate, log</source>
        <translation>Meta-Lernrate, log</translation>
    </message>
    <message numerus="yes">
        <source>%Ln trial(s)</source>
        <translation>
            <numerusform>%Ln Trial</numerusform>
            <numerusform>%Ln Trials</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::SeedRowsView</name>
    <message>
        <source>%1 points</source>
        <translation>%1 Punkte</translation>
    </message>
    <message>
        <source>mean ± half-width (n)</source>
        <translation>Mittel ± halbe Breite (n)</translation>
    </message>
    <message>
        <source>%1: %2
Seeds: %3</source>
        <translation>%1: %2
Seeds: %3</translation>
    </message>
    <message>
        <source>Variants, their seeds and means</source>
        <translation>Varianten, ihre Seeds und Mittelwerte</translation>
    </message>
    <message>
        <source>minus %1</source>
        <translation>minus %1</translation>
    </message>
    <message>
        <source>%1
Minus %2, in points: %3</source>
        <translation>%1
Minus %2, in Punkten: %3</translation>
    </message>
</context>
<context>
    <name>reweigh::SlicePanel</name>
    <message>
        <source>By parameter</source>
        <translation>Nach Parameter</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>Parameter</translation>
    </message>
    <message>
        <source>Every trial&apos;s value along one parameter. It begins with the first complete trial.</source>
        <translation>Der Wert jedes Trials entlang eines Parameters. Beginnt mit dem ersten vollendeten Trial.</translation>
    </message>
    <message>
        <source>By %1</source>
        <comment>a parameter</comment>
        <translation>Nach %1</translation>
    </message>
    <message>
        <source>every trial, median</source>
        <translation>jeder Trial, Median</translation>
    </message>
    <message>
        <source>trial %1: %2, %3</source>
        <comment>number, parameter&apos;s value, trial&apos;s value</comment>
        <translation>Trial %1: %2, %3</translation>
    </message>
    <message numerus="yes">
        <source>%n trial(s) by %1: medians from %2 to %3.</source>
        <translation>
            <numerusform>%n Trial nach %1: Mediane von %2 bis %3.</numerusform>
            <numerusform>%n Trials nach %1: Mediane von %2 bis %3.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::StartPage</name>
    <message>
        <source>Choose label noise and class imbalance, watch Meta-Weight-Net learn its weights under them, and search its architecture.</source>
        <translation>Wählen Sie Label-Rauschen und Klassenungleichgewicht, sehen Sie Meta-Weight-Net seine Gewichte darunter lernen, und suchen Sie seine Architektur.</translation>
    </message>
    <message>
        <source>New study</source>
        <translation>Neue Studie</translation>
    </message>
    <message>
        <source>Choose data, noise, imbalance, model and search yourself</source>
        <translation>Daten, Rauschen, Ungleichgewicht, Modell und Suche selbst wählen</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>Öffnen…</translation>
    </message>
    <message>
        <source>A study of Reweigh or of Optuna, running or finished</source>
        <translation>Eine Studie von Reweigh oder Optuna, laufend oder fertig</translation>
    </message>
    <message>
        <source>Try the 5-minute demo</source>
        <translation>5-Minuten-Demo versuchen</translation>
    </message>
    <message>
        <source>Fashion-MNIST, label noise rate 0.4, the largest class 50 times the size of the smallest. A search (trials: %1), then a comparison (trainings: up to %2); the five minutes are for both</source>
        <translation>Fashion-MNIST, Rauschrate der Labels 0,4, die größte Klasse 50-mal so groß wie die kleinste. Eine Suche (Trials: %1), danach ein Vergleich (Trainings: bis zu %2); die fünf Minuten gelten für beides</translation>
    </message>
</context>
<context>
    <name>reweigh::StatusLine</name>
    <message>
        <source>Share of the study&apos;s trials that is done</source>
        <translation>Anteil der Trials der Studie, der fertig ist</translation>
    </message>
    <message>
        <source>Fingerprint of the data recipe; click to copy it</source>
        <translation>Fingerabdruck des Datenrezepts; ein Klick kopiert ihn</translation>
    </message>
    <message>
        <source>recipe %1</source>
        <translation>Rezept %1</translation>
    </message>
    <message>
        <source>Recipe fingerprint %1, copy</source>
        <translation>Fingerabdruck %1 des Rezepts, kopieren</translation>
    </message>
    <message>
        <source>%1
Click to see the log</source>
        <translation>%1
Klick zeigt das Protokoll</translation>
    </message>
    <message>
        <source>Newest problem: %1</source>
        <translation>Neuestes Problem: %1</translation>
    </message>
    <message>
        <source>Share of the plan&apos;s trainings that is done</source>
        <translation>Anteil der Trainings des Plans, der fertig ist</translation>
    </message>
    <message>
        <source>Share of the comparison&apos;s trainings that is done</source>
        <translation>Anteil der fertigen Trainings des Vergleichs</translation>
    </message>
</context>
<context>
    <name>reweigh::StudyActions</name>
    <message>
        <source>Measure cost</source>
        <translation>Kosten messen</translation>
    </message>
    <message>
        <source>Needs a complete trial, and nothing that runs</source>
        <translation>Braucht einen vollendeten Trial, und nichts darf laufen</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>Vergleichen…</translation>
    </message>
    <message>
        <source>Train the best network and its controls with the same fresh seeds</source>
        <translation>Das beste Netz und seine Kontrollen mit denselben frischen Seeds trainieren</translation>
    </message>
    <message>
        <source>This study was not made by Reweigh: it can be looked at, not compared.</source>
        <translation>Diese Studie stammt nicht von Reweigh: man kann sie ansehen, aber nicht vergleichen.</translation>
    </message>
</context>
<context>
    <name>reweigh::StudyTabs</name>
    <message>
        <source>Open studies</source>
        <translation>Offene Studien</translation>
    </message>
    <message>
        <source>%1 is running</source>
        <comment>a study</comment>
        <translation>%1 läuft</translation>
    </message>
    <message>
        <source>%1 is paused</source>
        <comment>a study</comment>
        <translation>%1 ist angehalten</translation>
    </message>
</context>
<context>
    <name>reweigh::TextEditor</name>
    <message>
        <source>Choose: %1</source>
        <translation>Wählen: %1</translation>
    </message>
    <message>
        <source>Tables (*.csv *.txt);;All files (*)</source>
        <translation>Tabellen (*.csv *.txt);;Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>reweigh::TimelinePanel</name>
    <message>
        <source>Timeline</source>
        <translation>Zeitverlauf</translation>
    </message>
    <message>
        <source>When each trial ran, and how many at once. It begins with the first trial.</source>
        <translation>Wann jeder Trial lief, und wie viele zugleich. Beginnt mit dem ersten Trial.</translation>
    </message>
    <message>
        <source>hours since the first trial began</source>
        <translation>Stunden seit Beginn des ersten Trials</translation>
    </message>
    <message>
        <source>minutes since the first trial began</source>
        <translation>Minuten seit Beginn des ersten Trials</translation>
    </message>
    <message>
        <source>seconds since the first trial began</source>
        <translation>Sekunden seit Beginn des ersten Trials</translation>
    </message>
    <message>
        <source>trials at once</source>
        <translation>Trials zugleich</translation>
    </message>
    <message>
        <source>at most %1 at once, %2 % of the time used</source>
        <translation>höchstens %1 zugleich, %2 % der Zeit genutzt</translation>
    </message>
    <message>
        <source>trial %1: pruned after %2 s</source>
        <translation>Trial %1: gestutzt nach %2 s</translation>
    </message>
    <message>
        <source>trial %1: failed after %2 s</source>
        <translation>Trial %1: gescheitert nach %2 s</translation>
    </message>
    <message>
        <source>trial %1: running for %2 s</source>
        <translation>Trial %1: läuft seit %2 s</translation>
    </message>
    <message>
        <source>trial %1: done in %2 s</source>
        <translation>Trial %1: fertig in %2 s</translation>
    </message>
    <message>
        <source>No trial yet.</source>
        <translation>Noch kein Trial.</translation>
    </message>
    <message numerus="yes">
        <source>%n trial(s) over time: %1.</source>
        <translation>
            <numerusform>%n Trial über die Zeit: %1.</numerusform>
            <numerusform>%n Trials über die Zeit: %1.</numerusform>
        </translation>
    </message>
    <message>
        <source>at most %1 at once · whether a trial was interrupted is not stored</source>
        <translation>höchstens %1 zugleich · ob ein Trial unterbrochen wurde, ist nicht gespeichert</translation>
    </message>
    <message>
        <source>%1 · %2 without times</source>
        <translation>%1 · %2 ohne Zeiten</translation>
    </message>
</context>
<context>
    <name>reweigh::TrainingPanel</name>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>of every trial</source>
        <translation>jedes Trials</translation>
    </message>
</context>
<context>
    <name>reweigh::TransferPanel</name>
    <message>
        <source>Transfer</source>
        <translation>Übertragung</translation>
    </message>
    <message>
        <source>Networks found in one cell and trained in another</source>
        <translation>Netze, in einer Zelle gefunden und in einer anderen trainiert</translation>
    </message>
    <message>
        <source>How networks that a search found in one cell do in the others will be here.</source>
        <translation>Wie Netze, die eine Suche in einer Zelle fand, in den anderen abschneiden, steht hier.</translation>
    </message>
    <message>
        <source>This plan has no transfers: &quot;transfer&quot;: true in its file trains the networks that one cell found in the others.</source>
        <translation>Dieser Plan hat keine Übertragung: &quot;transfer&quot;: true in seiner Datei trainiert die Netze, die eine Zelle fand, in den anderen.</translation>
    </message>
    <message>
        <source>test accuracy minus that of the cell&apos;s own network, points, 95 % · hatched: not decided, Holm over the matrix</source>
        <translation>Testgenauigkeit minus die des eigenen Netzes, Punkte, 95 % · schraffiert: nicht entschieden, Holm über die Matrix</translation>
    </message>
    <message>
        <source>There is no matrix yet.</source>
        <translation>Noch gibt es keine Matrix.</translation>
    </message>
</context>
<context>
    <name>reweigh::TrialActions</name>
    <message>
        <source>Star (*)</source>
        <translation>Stern (*)</translation>
    </message>
    <message>
        <source>Copy command line</source>
        <translation>Befehlszeile kopieren</translation>
    </message>
    <message>
        <source>Copy JSON</source>
        <translation>JSON kopieren</translation>
    </message>
    <message>
        <source>Copy as rows</source>
        <translation>Als Zeilen kopieren</translation>
    </message>
    <message>
        <source>Filter to selection</source>
        <translation>Auf die Auswahl filtern</translation>
    </message>
    <message>
        <source>Show all trials</source>
        <translation>Alle Trials zeigen</translation>
    </message>
    <message>
        <source>Show in weight curve</source>
        <translation>In der Gewichtskurve zeigen</translation>
    </message>
    <message numerus="yes">
        <source>Star %n trial(s)</source>
        <translation>
            <numerusform>%n Trial mit Stern merken</numerusform>
            <numerusform>%n Trials mit Stern merken</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take the star from %n trial(s)</source>
        <translation>
            <numerusform>%n Trial den Stern nehmen</numerusform>
            <numerusform>%n Trials den Stern nehmen</numerusform>
        </translation>
    </message>
    <message>
        <source>The command line that retrains trial %1 is copied.</source>
        <translation>Die Befehlszeile, die Trial %1 neu trainiert, ist kopiert.</translation>
    </message>
    <message>
        <source>Trial %1 is copied as JSON.</source>
        <translation>Trial %1 ist als JSON kopiert.</translation>
    </message>
    <message numerus="yes">
        <source>%n trial(s) are copied as rows.</source>
        <translation>
            <numerusform>%n Trial ist als Zeile kopiert.</numerusform>
            <numerusform>%n Trials sind als Zeilen kopiert.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::TrialFilterBar</name>
    <message>
        <source>Show trials that are: %1</source>
        <translation>Trials zeigen, die so sind: %1</translation>
    </message>
    <message>
        <source>Show starred trials only</source>
        <translation>Nur Trials mit Stern zeigen</translation>
    </message>
    <message>
        <source>Show trials with this tag only</source>
        <translation>Nur Trials mit diesem Schlagwort zeigen</translation>
    </message>
    <message>
        <source>any tag</source>
        <translation>jedes Schlagwort</translation>
    </message>
</context>
<context>
    <name>reweigh::TrialFilterLine</name>
    <message>
        <source>Filter trials</source>
        <translation>Trials filtern</translation>
    </message>
    <message>
        <source>Filter: value&gt;0.8 state:done layers:2 input:label tag:… words</source>
        <translation>Filter: value&gt;0.8 state:done layers:2 input:label tag:… Wörter</translation>
    </message>
    <message>
        <source>&lt;p&gt;Trials that meet every part are shown in every view. Words: the row contains them. &lt;tt&gt;value&amp;gt;0.8&lt;/tt&gt;, &lt;tt&gt;value:0.4..0.5&lt;/tt&gt;, &lt;tt&gt;state:pruned,failed&lt;/tt&gt;, &lt;tt&gt;#9&lt;/tt&gt;, &lt;tt&gt;input:loss+label&lt;/tt&gt;, &lt;tt&gt;tag:*&lt;/tt&gt;; a - in front turns a part round. Ctrl+Space lists what can be written.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Jede Ansicht zeigt die Trials, die jeden Teil erfüllen. Wörter: Die Zeile enthält sie. &lt;tt&gt;value&amp;gt;0.8&lt;/tt&gt;, &lt;tt&gt;value:0.4..0.5&lt;/tt&gt;, &lt;tt&gt;state:pruned,failed&lt;/tt&gt;, &lt;tt&gt;#9&lt;/tt&gt;, &lt;tt&gt;input:loss+label&lt;/tt&gt;, &lt;tt&gt;tag:*&lt;/tt&gt;; ein - davor kehrt einen Teil um. Strg+Leertaste zeigt, was hier stehen kann.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>Gemerkt</translation>
    </message>
    <message>
        <source>Kept filters</source>
        <translation>Gemerkte Filter</translation>
    </message>
    <message>
        <source>No filter is kept yet</source>
        <translation>Noch kein Filter gemerkt</translation>
    </message>
    <message>
        <source>Keep this filter</source>
        <translation>Diesen Filter merken</translation>
    </message>
    <message>
        <source>Forget a filter</source>
        <translation>Einen Filter vergessen</translation>
    </message>
    <message>
        <source>%1 Every trial is shown until the filter is right.</source>
        <comment>what is wrong with the filter</comment>
        <translation>%1 Bis der Filter stimmt, werden alle Trials gezeigt.</translation>
    </message>
</context>
<context>
    <name>reweigh::TrialListPanel</name>
    <message>
        <source>Trials</source>
        <translation>Trials</translation>
    </message>
    <message>
        <source>Trials by number</source>
        <translation>Trials nach Nummer</translation>
    </message>
    <message>
        <source>Trials will stand here as they begin.</source>
        <translation>Trials erscheinen hier, sobald sie beginnen.</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>%1 von %2 gezeigt</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>No trial yet.</source>
        <translation>Noch kein Trial.</translation>
    </message>
    <message numerus="yes">
        <source>%n trial(s) begun.</source>
        <translation>
            <numerusform>%n Trial begonnen.</numerusform>
            <numerusform>%n Trials begonnen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The filter keeps none of the %n trial(s).</source>
        <translation>
            <numerusform>Der Filter behält den einen Trial nicht.</numerusform>
            <numerusform>Der Filter behält keinen der %n Trials.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::TrialTableModel</name>
    <message>
        <source>starred</source>
        <translation>mit Stern</translation>
    </message>
    <message>
        <source>not starred</source>
        <translation>ohne Stern</translation>
    </message>
    <message>
        <source>Star trial %1</source>
        <translation>Trial %1 mit Stern merken</translation>
    </message>
    <message>
        <source>Take the star from trial %1</source>
        <translation>Trial %1 den Stern nehmen</translation>
    </message>
    <message>
        <source>Tags of trial %1</source>
        <translation>Schlagworte von Trial %1</translation>
    </message>
    <message>
        <source>Note on trial %1</source>
        <translation>Notiz zu Trial %1</translation>
    </message>
    <message>
        <source>%1
value: %2</source>
        <comment>a trial in words, what its value is</comment>
        <translation>%1
Wert: %2</translation>
    </message>
</context>
<context>
    <name>reweigh::TrialsPanel</name>
    <message>
        <source>Trials</source>
        <translation>Trials</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Spalten</translation>
    </message>
    <message>
        <source>Trials of the study</source>
        <translation>Trials der Studie</translation>
    </message>
    <message>
        <source>Every trial of the search will stand here: its network, its value, and what you note on it.</source>
        <translation>Jeder Trial der Suche steht hier: sein Netz, sein Wert, und was Sie dazu notieren.</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>counts · brush</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · %2 shown</source>
        <translation>%1 · %2 gezeigt</translation>
    </message>
    <message>
        <source>No trial yet.</source>
        <translation>Noch kein Trial.</translation>
    </message>
    <message>
        <source>Trials: %1. Best: trial %2 with %3.</source>
        <translation>Trials: %1. Bester: Trial %2 mit %3.</translation>
    </message>
    <message>
        <source>Trials: %1.</source>
        <translation>Trials: %1.</translation>
    </message>
</context>
<context>
    <name>reweigh::VariantCurvesPanel</name>
    <message>
        <source>Weight curves</source>
        <translation>Gewichtskurven</translation>
    </message>
    <message>
        <source>The weight that each variant learned to give a sample, over the sample&apos;s loss, will be here.</source>
        <translation>Hier steht, welches Gewicht jede Variante einem Beispiel zu geben lernte, über dem Loss des Beispiels.</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Loss</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>%1: weight %2 at loss %3, %4 at loss %5</source>
        <translation>%1: Gewicht %2 bei Loss %3, %4 bei Loss %5</translation>
    </message>
    <message>
        <source>No variant has a weight curve yet.</source>
        <translation>Noch hat keine Variante eine Gewichtskurve.</translation>
    </message>
    <message>
        <source>loss %1</source>
        <translation>Loss %1</translation>
    </message>
    <message numerus="yes">
        <source>each variant at its last epoch · mean of %n seed(s) · band: 95 % Student t</source>
        <translation>
            <numerusform>jede Variante nach ihrer letzten Epoche · Mittel über %n Seed · Band: 95 % Student t</numerusform>
            <numerusform>jede Variante nach ihrer letzten Epoche · Mittel über %n Seeds · Band: 95 % Student t</numerusform>
        </translation>
    </message>
    <message>
        <source>Weight curves are drawn from the folders of the compared runs, which are not beside this study.</source>
        <translation>Gewichtskurven werden aus den Ordnern der verglichenen Läufe gezeichnet, und die liegen nicht neben dieser Studie.</translation>
    </message>
</context>
<context>
    <name>reweigh::VariantsPanel</name>
    <message>
        <source>Variants</source>
        <translation>Varianten</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Maß</translation>
    </message>
    <message>
        <source>What the variants are compared by</source>
        <translation>Woran die Varianten verglichen werden</translation>
    </message>
    <message>
        <source>Show the compared variants</source>
        <translation>Die verglichenen Varianten zeigen</translation>
    </message>
    <message>
        <source>Chosen trials</source>
        <translation>Gewählte Trials</translation>
    </message>
    <message>
        <source>Show the chosen trials side by side</source>
        <translation>Die gewählten Trials nebeneinander zeigen</translation>
    </message>
    <message>
        <source>%1 of %2 chosen trials, by the search&apos;s own metric</source>
        <translation>%1 von %2 gewählten Trials, nach der Metrik der Suche</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen trial(s), by the search&apos;s own metric</source>
        <translation>
            <numerusform>%n gewählter Trial, nach der Metrik der Suche</numerusform>
            <numerusform>%n gewählte Trials, nach der Metrik der Suche</numerusform>
        </translation>
    </message>
    <message>
        <source>The best architecture, retrained beside its controls on fresh seeds, will be here: every seed, means with intervals, paired differences.</source>
        <translation>Die beste Architektur, neben ihren Kontrollen mit frischen Seeds neu trainiert, steht hier: jeder Seed, Mittelwerte mit Intervall, gepaarte Differenzen.</translation>
    </message>
    <message>
        <source>One seed each: these figures have no interval, and the best of many trials looks better than its architecture is.</source>
        <translation>Je ein Seed: diese Zahlen haben kein Intervall, und der beste von vielen Trials sieht besser aus, als seine Architektur ist.</translation>
    </message>
    <message>
        <source>No variant has this figure yet.</source>
        <translation>Noch hat keine Variante diese Zahl.</translation>
    </message>
    <message>
        <source>The search has found a better trial since, %1: compare again to train that one too.</source>
        <translation>Die Suche hat seither einen besseren Trial gefunden, %1: vergleichen Sie noch einmal, um auch ihn zu trainieren.</translation>
    </message>
    <message>
        <source>Same seeds, splits and budget for every variant unless it says otherwise; the search never saw test data.</source>
        <translation>Gleiche Seeds, Aufteilungen und Mittel für jede Variante, wenn sie nichts anderes sagt; die Suche sah nie Testdaten.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No variant has run yet.</source>
        <translation>Noch ist keine Variante gelaufen.</translation>
    </message>
    <message>
        <source>%1. %2.</source>
        <comment>metric, then its rows</comment>
        <translation>%1. %2.</translation>
    </message>
    <message numerus="yes">
        <source>tick: a seed, dot: their mean, bar: its 95 % interval (Student t) · %1 · %n paired seed(s)</source>
        <comment>%1: last 5 epochs</comment>
        <translation>
            <numerusform>Strich: ein Seed, Punkt: ihr Mittel, Balken: dessen 95-%-Intervall (Student t) · %1 · %n gepaarter Seed</numerusform>
            <numerusform>Strich: ein Seed, Punkt: ihr Mittel, Balken: dessen 95-%-Intervall (Student t) · %1 · %n gepaarte Seeds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>last %n epoch(s)</source>
        <translation>
            <numerusform>letzte Epoche</numerusform>
            <numerusform>letzte %n Epochen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, minus %3: %4 points</source>
        <comment>a variant, its mean, the first variant, their difference</comment>
        <translation>%1: %2, minus %3: %4 Punkte</translation>
    </message>
</context>
<context>
    <name>reweigh::VerdictRowsView</name>
    <message>
        <source>Differences and their verdicts</source>
        <translation>Differenzen und ihre Urteile</translation>
    </message>
</context>
<context>
    <name>reweigh::VerdictsPanel</name>
    <message>
        <source>Verdicts</source>
        <translation>Urteile</translation>
    </message>
    <message>
        <source>Queue the missing runs</source>
        <translation>Fehlende Läufe einreihen</translation>
    </message>
    <message numerus="yes">
        <source>%n training(s) are missing</source>
        <translation>
            <numerusform>%n Training fehlt</numerusform>
            <numerusform>%n Trainings fehlen</numerusform>
        </translation>
    </message>
    <message>
        <source>A study is running: wait for it, or stop it</source>
        <translation>Eine Studie läuft: warten Sie, oder brechen Sie sie ab</translation>
    </message>
    <message>
        <source>Seeds per variant</source>
        <translation>Seeds je Variante</translation>
    </message>
    <message>
        <source>Fresh seeds every variant is trained with; runs that are finished are kept</source>
        <translation>Frische Seeds, mit denen jede Variante trainiert wird; fertige Läufe bleiben</translation>
    </message>
    <message>
        <source>What the comparison says of each difference will be here: better, worse, or how many seeds it takes to tell.</source>
        <translation>Was der Vergleich zu jeder Differenz sagt, steht hier: besser, schlechter, oder wie viele Seeds es dazu braucht.</translation>
    </message>
    <message>
        <source>Every variant has its seeds: ask for more of them first</source>
        <translation>Jede Variante hat ihre Seeds: verlangen Sie erst mehr davon</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>difference, verdict, what was seen</comment>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>Nothing can be judged yet.</source>
        <translation>Noch lässt sich nichts beurteilen.</translation>
    </message>
    <message>
        <source>Metric of the verdicts</source>
        <translation>Maß der Urteile</translation>
    </message>
    <message>
        <source>What the verdicts are about; choose it before you look</source>
        <translation>Worüber geurteilt wird; vor dem Ansehen wählen</translation>
    </message>
    <message>
        <source>Holm counts this table alone: a metric that is chosen because of what it shows is no test of it.</source>
        <translation>Holm zählt nur diese Tabelle: Ein Maß, das man wegen seines Ergebnisses wählt, prüft dieses nicht.</translation>
    </message>
    <message>
        <source>%1 over the last epochs, paired over seeds, Holm over the table</source>
        <translation>%1 über die letzten Epochen, gepaart über Seeds, Holm über die Tabelle</translation>
    </message>
</context>
<context>
    <name>reweigh::VerifyPanel</name>
    <message>
        <source>Verify</source>
        <translation>Prüfen</translation>
    </message>
    <message>
        <source>Save and use the list…</source>
        <translation>Liste speichern und verwenden…</translation>
    </message>
    <message>
        <source>Which images are offered</source>
        <translation>Welche Bilder vorgelegt werden</translation>
    </message>
    <message>
        <source>Writes which images have right labels, as a file that the recipe and --clean take</source>
        <translation>Schreibt, welche Bilder richtige Labels haben, als Datei, die das Rezept und --clean nehmen</translation>
    </message>
    <message>
        <source>Export marks…</source>
        <translation>Markierungen exportieren…</translation>
    </message>
    <message>
        <source>Import marks…</source>
        <translation>Markierungen importieren…</translation>
    </message>
    <message>
        <source>Import marks</source>
        <translation>Markierungen importieren</translation>
    </message>
    <message>
        <source>every class in turn</source>
        <translation>jede Klasse der Reihe nach</translation>
    </message>
    <message>
        <source>Here you check the labels of your own images. Those of this data set are known; choose a folder in Recipe.</source>
        <translation>Hier prüfen Sie die Labels Ihrer eigenen Bilder. Die dieses Datensatzes sind bekannt; wählen Sie im Rezept einen Ordner.</translation>
    </message>
    <message>
        <source>The images are being read.</source>
        <translation>Die Bilder werden gelesen.</translation>
    </message>
    <message>
        <source>The images cannot be read; Recipe says why.</source>
        <translation>Die Bilder lassen sich nicht lesen; das Rezept sagt, warum.</translation>
    </message>
    <message>
        <source>Every image of this class has been looked at.</source>
        <translation>Jedes Bild dieser Klasse ist angesehen.</translation>
    </message>
    <message>
        <source>Nothing is left to look at here. To check more, choose a class.</source>
        <translation>Hier ist nichts mehr anzusehen. Um mehr zu prüfen, wählen Sie eine Klasse.</translation>
    </message>
    <message>
        <source>Is this label right: %1?</source>
        <translation>Ist dieses Label richtig: %1?</translation>
    </message>
    <message>
        <source>You said: %1</source>
        <translation>Sie sagten: %1</translation>
    </message>
    <message>
        <source>%1 right of %2 looked at</source>
        <translation>%1 richtig von %2 angesehenen</translation>
    </message>
    <message>
        <source>%1 cannot have %2 checked images, as it has %3 at most: lower the numbers of meta and validation images per class.</source>
        <translation>%1 kann keine %2 geprüften Bilder haben, da es höchstens %3 sind: verringern Sie die Zahl der Meta- und Validierungsbilder je Klasse.</translation>
    </message>
    <message>
        <source>Still missing: %1 · about %2 min at your pace</source>
        <translation>Es fehlen noch %1 · etwa %2 min bei Ihrem Tempo</translation>
    </message>
    <message>
        <source>Save the list of checked images</source>
        <translation>Liste der geprüften Bilder speichern</translation>
    </message>
    <message>
        <source>Checked images</source>
        <translation>Geprüfte Bilder</translation>
    </message>
    <message>
        <source>Export marks</source>
        <translation>Markierungen exportieren</translation>
    </message>
    <message>
        <source>every class</source>
        <translation>jede Klasse</translation>
    </message>
    <message numerus="yes">
        <source>Still missing: %Ln image(s) with right labels</source>
        <translation>
            <numerusform>Es fehlt noch %Ln Bild mit richtigem Label</numerusform>
            <numerusform>Es fehlen noch %Ln Bilder mit richtigen Labels</numerusform>
        </translation>
    </message>
    <message>
        <source>Images that are held out with this list: validation %1, test %2; of the class with fewest %3 and %4.</source>
        <translation>Bilder, die mit dieser Liste zurückgehalten werden: Validierung %1, Test %2; in der Klasse mit den wenigsten %3 und %4.</translation>
    </message>
    <message>
        <source>Images that are held out with this list: meta %1, validation %2, test %3; of the class with fewest %4, %5 and %6.</source>
        <translation>Bilder, die mit dieser Liste zurückgehalten werden: Meta %1, Validierung %2, Test %3; in der Klasse mit den wenigsten %4, %5 und %6.</translation>
    </message>
    <message>
        <source>Every class has enough checked images for meta and validation: save the list.</source>
        <translation>Jede Klasse hat genug geprüfte Bilder für Meta und Validierung: speichern Sie die Liste.</translation>
    </message>
    <message>
        <source>%1 %2.</source>
        <comment>warning sign, a remark</comment>
        <translation>%1 %2.</translation>
    </message>
    <message>
        <source>Check more images, or put test images into a folder test/, to see smaller differences.</source>
        <translation>Um kleinere Unterschiede zu sehen, prüfen Sie mehr Bilder oder legen Sie Testbilder in einen Ordner test/.</translation>
    </message>
</context>
<context>
    <name>reweigh::VerifyProgress</name>
    <message>
        <source>Checked images of each class</source>
        <translation>Geprüfte Bilder je Klasse</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>tick, count</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 found right of %3 looked at; %Ln image(s) in all</source>
        <translation>
            <numerusform>%1: %2 richtig von %3 angesehenen; %Ln Bild insgesamt</numerusform>
            <numerusform>%1: %2 richtig von %3 angesehenen; %Ln Bilder insgesamt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::WeightCurvePanel</name>
    <message>
        <source>Learned weight</source>
        <translation>Gelerntes Gewicht</translation>
    </message>
    <message>
        <source>Weight over the loss</source>
        <translation>Gewicht über dem Loss</translation>
    </message>
    <message>
        <source>Weight over the features</source>
        <translation>Gewicht über den Merkmalen</translation>
    </message>
    <message>
        <source>over the loss</source>
        <translation>über dem Loss</translation>
    </message>
    <message>
        <source>over the features</source>
        <translation>über den Merkmalen</translation>
    </message>
    <message>
        <source>Here you will see the weight given to each loss, and how it changes from epoch to epoch. Run a study, or open one.</source>
        <translation>Hier sehen Sie, welches Gewicht jeder Loss bekommt, und wie es sich von Epoche zu Epoche ändert. Starten Sie eine Studie, oder öffnen Sie eine.</translation>
    </message>
    <message numerus="yes">
        <source>trial #%1 · epoch %2 of %3 · %Ln sample(s)</source>
        <translation>
            <numerusform>Trial #%1 · Epoche %2 von %3 · %Ln Beispiel</numerusform>
            <numerusform>Trial #%1 · Epoche %2 von %3 · %Ln Beispiele</numerusform>
        </translation>
    </message>
    <message>
        <source>trial #%1 · epoch %2 of %3</source>
        <translation>Trial #%1 · Epoche %2 von %3</translation>
    </message>
    <message>
        <source>Epoch %1: no weight is known.</source>
        <translation>Epoche %1: kein Gewicht ist bekannt.</translation>
    </message>
    <message>
        <source>After epoch %1 a sample of loss %2 weighs %3, one of loss %4 weighs %5.</source>
        <translation>Nach Epoche %1 wiegt ein Beispiel mit Loss %2 so viel: %3, eines mit Loss %4 so viel: %5.</translation>
    </message>
    <message>
        <source>%1 %2 right and %3 wrong labels were seen.</source>
        <translation>%1 %2 richtige und %3 falsche Labels wurden gesehen.</translation>
    </message>
    <message>
        <source>%1 %2 labels as they came and %3 changed ones were seen.</source>
        <translation>%1 %2 Labels wie gekommen und %3 geänderte wurden gesehen.</translation>
    </message>
</context>
<context>
    <name>reweigh::WeightCurvePlot</name>
    <message>
        <source>weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>loss of the sample</source>
        <translation>Loss des Beispiels</translation>
    </message>
    <message>
        <source>right %1</source>
        <translation>richtig %1</translation>
    </message>
    <message>
        <source>right</source>
        <translation>richtig</translation>
    </message>
    <message>
        <source>wrong %1</source>
        <translation>falsch %1</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>falsch</translation>
    </message>
    <message>
        <source>no sample
seen here</source>
        <translation>kein Beispiel
hier gesehen</translation>
    </message>
    <message>
        <source>loss %1</source>
        <translation>Loss %1</translation>
    </message>
    <message>
        <source>loss %1 → weight %2</source>
        <translation>Loss %1 → Gewicht %2</translation>
    </message>
    <message>
        <source>no sample within ±%1</source>
        <translation>kein Beispiel innerhalb ±%1</translation>
    </message>
    <message>
        <source>%1 right, %2 wrong within ±%3</source>
        <translation>%1 richtig, %2 falsch innerhalb ±%3</translation>
    </message>
    <message>
        <source>%1 % of right, %2 % of wrong labels within ±%3</source>
        <translation>%1 % der richtigen, %2 % der falschen Labels innerhalb ±%3</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Loss</translation>
    </message>
    <message>
        <source>as it came %1</source>
        <comment>labels</comment>
        <translation>wie gekommen %1</translation>
    </message>
    <message>
        <source>as it came</source>
        <comment>labels</comment>
        <translation>wie gekommen</translation>
    </message>
    <message>
        <source>changed %1</source>
        <comment>labels</comment>
        <translation>geändert %1</translation>
    </message>
    <message>
        <source>changed</source>
        <comment>labels</comment>
        <translation>geändert</translation>
    </message>
    <message>
        <source>%1 as they came, %2 changed within ±%3</source>
        <translation>%1 wie gekommen, %2 geändert innerhalb ±%3</translation>
    </message>
    <message>
        <source>%1 % of the labels as they came, %2 % of the changed ones within ±%3</source>
        <translation>%1 % der Labels wie gekommen, %2 % der geänderten innerhalb ±%3</translation>
    </message>
</context>
<context>
    <name>reweigh::WeightDistributionPanel</name>
    <message>
        <source>Weight distribution</source>
        <translation>Verteilung der Gewichte</translation>
    </message>
    <message>
        <source>Here you will see how well the weights separate right labels from wrong ones, in large classes and in small ones. Run a study, or open one.</source>
        <translation>Hier sehen Sie, wie gut die Gewichte richtige Labels von falschen trennen, in großen Klassen und in kleinen. Starten Sie eine Studie, oder öffnen Sie eine.</translation>
    </message>
    <message>
        <source>right vs wrong labels, by class size · epoch %1</source>
        <translation>richtige gegen falsche Labels, nach Klassengröße · Epoche %1</translation>
    </message>
    <message>
        <source>After epoch %1, 1 − weight finds wrong labels with AUROC %2 in classes with many images, %3 with medium and %4 with few. %5</source>
        <translation>Nach Epoche %1 findet 1 − Gewicht falsche Labels mit AUROC %2 in Klassen mit vielen Bildern, %3 mit mittelvielen und %4 mit wenigen. %5</translation>
    </message>
    <message>
        <source>1 − weight as a detector of wrong labels, over all samples: area under the ROC curve, average precision</source>
        <translation>1 − Gewicht als Detektor falscher Labels, über alle Beispiele: Fläche unter der ROC-Kurve, mittlere Präzision</translation>
    </message>
    <message>
        <source>AUROC %1 · AP %2</source>
        <translation>AUROC %1 · AP %2</translation>
    </message>
    <message>
        <source>Weights by class size</source>
        <translation>Gewichte nach Klassengröße</translation>
    </message>
    <message>
        <source>1 − weight as a detector of changed labels, over all samples: area under the ROC curve, average precision</source>
        <translation>1 − Gewicht als Detektor geänderter Labels, über alle Beispiele: Fläche unter der ROC-Kurve, mittlere Präzision</translation>
    </message>
    <message>
        <source>labels as they came vs changed ones, by class size · epoch %1</source>
        <translation>Labels wie gekommen gegen geänderte, nach Klassengröße · Epoche %1</translation>
    </message>
    <message>
        <source>by class size · epoch %1</source>
        <translation>nach Klassengröße · Epoche %1</translation>
    </message>
    <message>
        <source>After epoch %1, 1 − weight finds changed labels with AUROC %2 in classes with many images, %3 with medium and %4 with few. %5</source>
        <translation>Nach Epoche %1 findet 1 − Gewicht geänderte Labels mit AUROC %2 in Klassen mit vielen Bildern, %3 mit mittelvielen und %4 mit wenigen. %5</translation>
    </message>
    <message>
        <source>Within each class size the AUROC is higher than over all samples: classes of different sizes get different weights, whatever their labels.</source>
        <translation>Innerhalb jeder Klassengröße ist die AUROC höher als über alle Beispiele: Klassen verschiedener Größe erhalten verschiedene Gewichte, was auch ihre Labels sind.</translation>
    </message>
</context>
<context>
    <name>reweigh::WeightDistributionView</name>
    <message>
        <source>many</source>
        <translation>viele</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>mittlere</translation>
    </message>
    <message>
        <source>few</source>
        <translation>wenige</translation>
    </message>
    <message>
        <source>AUROC</source>
        <translation>AUROC</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>Gewicht</translation>
    </message>
    <message>
        <source>mean weight (this run kept no distributions)</source>
        <translation>mittleres Gewicht (dieser Lauf bewahrte keine Verteilungen auf)</translation>
    </message>
    <message numerus="yes">
        <source>%1 classes: mean weight %2 (%Ln sample(s))</source>
        <translation>
            <numerusform>Klassen %1: mittleres Gewicht %2 (%Ln Beispiel)</numerusform>
            <numerusform>Klassen %1: mittleres Gewicht %2 (%Ln Beispiele)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 classes: mean weight %2 where the label is as it came (%Ln sample(s)), %3 where it was changed (%4); AUROC %5</source>
        <translation>
            <numerusform>Klassen %1: mittleres Gewicht %2, wo das Label ist, wie es kam (%Ln Beispiel), %3, wo es geändert wurde (%4); AUROC %5</numerusform>
            <numerusform>Klassen %1: mittleres Gewicht %2, wo das Label ist, wie es kam (%Ln Beispiele), %3, wo es geändert wurde (%4); AUROC %5</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 classes: mean weight %2 where the label is right (%Ln sample(s)), %3 where it is wrong (%4); AUROC %5</source>
        <translation>
            <numerusform>Klassen %1: mittleres Gewicht %2, wo das Label stimmt (%Ln Beispiel), %3, wo es falsch ist (%4); AUROC %5</numerusform>
            <numerusform>Klassen %1: mittleres Gewicht %2, wo das Label stimmt (%Ln Beispiele), %3, wo es falsch ist (%4); AUROC %5</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::WeightVerdictLabel</name>
    <message>
        <source>These figures are of epoch %1; those of a trial or a variant are means over its last epochs.</source>
        <translation>Diese Zahlen sind die von Epoche %1; die eines Trials oder einer Variante sind Mittel über ihre letzten Epochen.</translation>
    </message>
</context>
<context>
    <name>reweigh::WhereMapView</name>
    <message>
        <source>Searched minus fixed by noise rate and imbalance factor</source>
        <translation>Gesucht minus fest nach Rauschrate und Ungleichgewichtsfaktor</translation>
    </message>
    <message>
        <source>n %1</source>
        <translation>n %1</translation>
    </message>
    <message>
        <source>imbalance factor</source>
        <translation>Ungleichgewichtsfaktor</translation>
    </message>
    <message>
        <source>noise rate</source>
        <translation>Rauschrate</translation>
    </message>
    <message>
        <source>Noise rate %1, imbalance factor %2: %3 points, n %4, studies %5</source>
        <translation>Rauschrate %1, Ungleichgewichtsfaktor %2: %3 Punkte, n %4, Studien %5</translation>
    </message>
    <message>
        <source>noise added</source>
        <translation>hinzugefügtes Rauschen</translation>
    </message>
    <message>
        <source>Noise added %1, imbalance factor %2: %3 points, n %4, studies %5</source>
        <translation>Hinzugefügtes Rauschen %1, Ungleichgewichtsfaktor %2: %3 Punkte, n %4, Studien %5</translation>
    </message>
</context>
<context>
    <name>reweigh::WherePanel</name>
    <message>
        <source>Where it helps</source>
        <translation>Wo es hilft</translation>
    </message>
    <message>
        <source>By how much the searched architecture beats the fixed one, by noise rate and imbalance factor, will be here: a cell for every study that has a comparison.</source>
        <translation>Um wie viel die gesuchte Architektur die feste schlägt, nach Rauschrate und Ungleichgewichtsfaktor, steht hier: eine Zelle für jede Studie mit einem Vergleich.</translation>
    </message>
    <message>
        <source>searched minus fixed, points · hatched: cannot tell, Holm over the map</source>
        <translation>gesucht minus fest, Punkte · schraffiert: nicht zu entscheiden, Holm über die Karte</translation>
    </message>
    <message>
        <source>One study fills one cell: studies in neighbouring folders, at other noise rates and imbalance factors, fill the others.</source>
        <translation>Eine Studie füllt eine Zelle: Studien in Nachbarordnern, mit anderen Rauschraten und Ungleichgewichtsfaktoren, füllen die übrigen.</translation>
    </message>
    <message>
        <source>noise rate %1, imbalance factor %2: %3 points, n %4</source>
        <translation>Rauschrate %1, Ungleichgewichtsfaktor %2: %3 Punkte, n %4</translation>
    </message>
    <message>
        <source>No study has both variants yet.</source>
        <translation>Noch hat keine Studie beide Varianten.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a setting, how many studies have another value</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Left out, as they differ in: %1</source>
        <comment>studies</comment>
        <translation>Weggelassen, weil sie sich unterscheiden in: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n studies of the same data that differ in nothing but noise rate, imbalance factor, seeds, number of trials and pruner</source>
        <translation>
            <numerusform>%n Studie derselben Daten, die sich nur in Rauschrate, Ungleichgewichtsfaktor, Seeds, Zahl der Trials und Pruner unterscheidet</numerusform>
            <numerusform>%n Studien derselben Daten, die sich nur in Rauschrate, Ungleichgewichtsfaktor, Seeds, Zahl der Trials und Pruner unterscheiden</numerusform>
        </translation>
    </message>
    <message>
        <source>noise added %1, imbalance factor %2: %3 points, n %4</source>
        <translation>hinzugefügtes Rauschen %1, Ungleichgewichtsfaktor %2: %3 Punkte, n %4</translation>
    </message>
</context>
<context>
    <name>reweigh::Workbench</name>
    <message>
        <source>The settings differ from those that %1 was made with: they run as a new study.</source>
        <translation>Die Einstellungen weichen von denen ab, mit denen %1 gemacht wurde: sie laufen als neue Studie.</translation>
    </message>
</context>
<context>
    <name>reweigh::ZoomGestures</name>
    <message>
        <source>Show the whole plot</source>
        <translation>Das ganze Diagramm zeigen</translation>
    </message>
    <message>
        <source>Show the whole plot (double click, or Home)</source>
        <translation>Das ganze Diagramm zeigen (Doppelklick oder Pos1)</translation>
    </message>
</context>
</TS>
