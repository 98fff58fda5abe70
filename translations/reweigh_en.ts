<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Claims</name>
    <message numerus="yes">
        <source>%1 points, %n seed(s)</source>
        <comment>estimate and half-width</comment>
        <translation>
            <numerusform>%1 points, %n seed</numerusform>
            <numerusform>%1 points, %n seeds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n seed(s)</source>
        <comment>estimate and half-width</comment>
        <translation>
            <numerusform>%1, %n seed</numerusform>
            <numerusform>%1, %n seeds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) failed</source>
        <translation>
            <numerusform>%n run failed</numerusform>
            <numerusform>%n runs failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n cell(s) more</source>
        <translation>
            <numerusform>and %n cell more</numerusform>
            <numerusform>and %n cells more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n run(s)</source>
        <comment>runs that have ended</comment>
        <translation>
            <numerusform>%1 of %n run</numerusform>
            <numerusform>%1 of %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>In %n cell(s) the two do not have the same classes of this size with every seed; such seeds are left out.</source>
        <translation>
            <numerusform>In %n cell the two do not have the same classes of this size with every seed; such seeds are left out.</numerusform>
            <numerusform>In %n cells the two do not have the same classes of this size with every seed; such seeds are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ComparisonSize</name>
    <message numerus="yes">
        <source>about %n second(s)</source>
        <translation>
            <numerusform>about %n second</numerusform>
            <numerusform>about %n seconds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>about %n minute</numerusform>
            <numerusform>about %n minutes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>MarkFiles</name>
    <message numerus="yes">
        <source>%Ln mark(s) imported from %1.</source>
        <translation>
            <numerusform>%Ln mark imported from %1.</numerusform>
            <numerusform>%Ln marks imported from %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 %Ln are of images that are not in this data set, and were left out.</source>
        <translation>
            <numerusform>%1 %Ln is of an image that is not in this data set, and was left out.</numerusform>
            <numerusform>%1 %Ln are of images that are not in this data set, and were left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NextRun</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Start the study: %n trial(s)</source>
        <translation>
            <numerusform>Start the study: %n trial</numerusform>
            <numerusform>Start the study: %n trials</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Continue: %n more trial(s)</source>
        <translation>
            <numerusform>Continue: %n more trial</numerusform>
            <numerusform>Continue: %n more trials</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All %Ln trial(s) are done</source>
        <translation>
            <numerusform>The only trial is done</numerusform>
            <numerusform>All %Ln trials are done</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanProgress</name>
    <message numerus="yes">
        <source>Plan %1: %2 of %Ln training(s)</source>
        <translation>
            <numerusform>Plan %1: %2 of %Ln training</numerusform>
            <numerusform>Plan %1: %2 of %Ln trainings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanReport</name>
    <message numerus="yes">
        <source>%1, %n seed(s), p %2 after Holm</source>
        <comment>estimate, p value</comment>
        <translation>
            <numerusform>%1, %n seed, p %2 after Holm</numerusform>
            <numerusform>%1, %n seeds, p %2 after Holm</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %n hypothesis(es), written down before the runs:</source>
        <translation>
            <numerusform>Of %n hypothesis, written down before the runs:</numerusform>
            <numerusform>Of %n hypotheses, written down before the runs:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>last %n epoch(s)</source>
        <translation>
            <numerusform>last epoch</numerusform>
            <numerusform>last %n epochs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seed(s) without a pair</source>
        <translation>
            <numerusform>%n seed without a pair</numerusform>
            <numerusform>%n seeds without a pair</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The folder also has %n cell(s) of an earlier version of the plan, which this report leaves out:</source>
        <translation>
            <numerusform>The folder also has %n cell of an earlier version of the plan, which this report leaves out:</numerusform>
            <numerusform>The folder also has %n cells of an earlier version of the plan, which this report leaves out:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s)</source>
        <translation>
            <numerusform>%n cell</numerusform>
            <numerusform>%n cells</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n variant(s)</source>
        <translation>
            <numerusform>%n variant</numerusform>
            <numerusform>%n variants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them failed</source>
        <translation>
            <numerusform>%n of them failed</numerusform>
            <numerusform>%n of them failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>no value in %1 of %n cell(s)</source>
        <translation>
            <numerusform>no value in %1 of %n cell</numerusform>
            <numerusform>no value in %1 of %n cells</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>not the same classes of this size in %1 of %n cell(s)</source>
        <translation>
            <numerusform>not the same classes of this size in %1 of %n cell</numerusform>
            <numerusform>not the same classes of this size in %1 of %n cells</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n run(s) are made.</source>
        <translation>
            <numerusform>%1 of %n run is made.</numerusform>
            <numerusform>%1 of %n runs are made.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln run(s)</source>
        <comment>trainings that have ended, of those planned</comment>
        <translation>
            <numerusform>%1 of %Ln run</numerusform>
            <numerusform>%1 of %Ln runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecentStudies</name>
    <message numerus="yes">
        <source>%1 of %n trial(s)</source>
        <translation>
            <numerusform>%1 of %n trial</numerusform>
            <numerusform>%1 of %n trials</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n trial(s)</source>
        <translation>
            <numerusform>%n trial</numerusform>
            <numerusform>%n trials</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n variant(s) compared</source>
        <translation>
            <numerusform>%n variant compared</numerusform>
            <numerusform>%n variants compared</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>comparison: %1 of %n training(s)</source>
        <translation>
            <numerusform>comparison: %1 of %n training</numerusform>
            <numerusform>comparison: %1 of %n trainings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecipeWords</name>
    <message numerus="yes">
        <source>%n image(s) of %1 remain, but no image is labelled %1 any more.</source>
        <translation>
            <numerusform>%n image of %1 remains, but no image is labelled %1 any more.</numerusform>
            <numerusform>%n images of %1 remain, but no image is labelled %1 any more.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) that came as %1 remain, %2 with that label; labelled %1 too, of those that came as others: %3. So %4 of its labels are those that the images came with.</source>
        <translation>
            <numerusform>%n image that came as %1 remains, %2 with that label; labelled %1 too, of those that came as others: %3. So %4 of its labels are those that the images came with.</numerusform>
            <numerusform>%n images that came as %1 remain, %2 with that label; labelled %1 too, of those that came as others: %3. So %4 of its labels are those that the images came with.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) of %1 remain, %2 labelled right; labelled %1 too, of other classes: %3. So only %4 of these labels are right.</source>
        <translation>
            <numerusform>%n image of %1 remains, %2 labelled right; labelled %1 too, of other classes: %3. So only %4 of these labels are right.</numerusform>
            <numerusform>%n images of %1 remain, %2 labelled right; labelled %1 too, of other classes: %3. So only %4 of these labels are right.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: true class size %2; %Ln image(s) have this label, %3 right and %4 wrong (purity %5)</source>
        <translation>
            <numerusform>%1: true class size %2; %Ln image has this label, %3 right and %4 wrong (purity %5)</numerusform>
            <numerusform>%1: true class size %2; %Ln images have this label, %3 right and %4 wrong (purity %5)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 keeps %n of its %2 image(s) to train on, with the labels that they came with.</source>
        <translation>
            <numerusform>%1 keeps %n of its %2 images to train on, with the label that it came with.</numerusform>
            <numerusform>%1 keeps %n of its %2 images to train on, with the labels that they came with.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 keeps %n of its %2 image(s) to train on; every label is right.</source>
        <translation>
            <numerusform>%1 keeps %n of its %2 images to train on; every label is right.</numerusform>
            <numerusform>%1 keeps %n of its %2 images to train on; every label is right.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln image(s) trained on came with this label; %2 have it now, %3 of them from the start and %4 by a change</source>
        <translation>
            <numerusform>%1: %Ln image trained on came with this label; %2 have it now, %3 of them from the start and %4 by a change</numerusform>
            <numerusform>%1: %Ln images trained on came with this label; %2 have it now, %3 of them from the start and %4 by a change</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RunProgress</name>
    <message numerus="yes">
        <source>%n trial(s)</source>
        <translation>
            <numerusform>%n trial</numerusform>
            <numerusform>%n trials</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Comparison: %1 of %Ln training(s) · %2, seed %3</source>
        <translation>
            <numerusform>Comparison: %1 of %Ln training · %2, seed %3</numerusform>
            <numerusform>Comparison: %1 of %Ln trainings · %2, seed %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paused, %1 of %Ln trial(s) done</source>
        <translation>
            <numerusform>Paused, %1 of %Ln trial done</numerusform>
            <numerusform>Paused, %1 of %Ln trials done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Running, %1 of %Ln trial(s) done</source>
        <translation>
            <numerusform>Running, %1 of %Ln trial done</numerusform>
            <numerusform>Running, %1 of %Ln trials done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Comparison paused, %1 of %Ln training(s) done</source>
        <translation>
            <numerusform>Comparison paused, %1 of %Ln training done</numerusform>
            <numerusform>Comparison paused, %1 of %Ln trainings done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Comparison, %1 of %Ln training(s) done</source>
        <translation>
            <numerusform>Comparison, %1 of %Ln training done</numerusform>
            <numerusform>Comparison, %1 of %Ln trainings done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>then a comparison of up to %Ln training(s)</source>
        <translation>
            <numerusform>then a comparison of up to %Ln training</numerusform>
            <numerusform>then a comparison of up to %Ln trainings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrialColumns</name>
    <message numerus="yes">
        <source>Mean of the last %Ln epoch(s)</source>
        <translation>
            <numerusform>Mean of the last %Ln epoch</numerusform>
            <numerusform>Mean of the last %Ln epochs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrialDetails</name>
</context>
<context>
    <name>TrialScope</name>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>%n done</numerusform>
            <numerusform>%n done</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pruned</source>
        <translation>
            <numerusform>%n pruned</numerusform>
            <numerusform>%n pruned</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>%n running</numerusform>
            <numerusform>%n running</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>brushed: %n trial(s)</source>
        <translation>
            <numerusform>brushed: %n trial</numerusform>
            <numerusform>brushed: %n trials</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n interrupted</source>
        <translation>
            <numerusform>%n interrupted</numerusform>
            <numerusform>%n interrupted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Trials</name>
    <message numerus="yes">
        <source>%1 ± %2, %n seed(s)</source>
        <translation>
            <numerusform>%1 ± %2, %n seed</numerusform>
            <numerusform>%1 ± %2, %n seeds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Verdicts</name>
    <message numerus="yes">
        <source>%1 points over %n seed(s)</source>
        <translation>
            <numerusform>%1 points over %n seed</numerusform>
            <numerusform>%1 points over %n seeds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>AUROC %1 [%2, %3] over %n seed(s)</source>
        <translation>
            <numerusform>AUROC %1 [%2, %3] over %n seed</numerusform>
            <numerusform>AUROC %1 [%2, %3] over %n seeds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more seed(s), %1 in all, for 80 % power</source>
        <translation>
            <numerusform>%n more seed, %1 in all, for 80 % power</numerusform>
            <numerusform>%n more seeds, %1 in all, for 80 % power</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seed(s) without a pair are ignored</source>
        <translation>
            <numerusform>%n seed without a pair is ignored</numerusform>
            <numerusform>%n seeds without a pair are ignored</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>With %n paired seed(s) the exact signed-rank test can never go below p %1: it cannot decide alone.</source>
        <translation>
            <numerusform>With %n paired seed the exact signed-rank test can never go below p %1: it cannot decide alone.</numerusform>
            <numerusform>With %n paired seeds the exact signed-rank test can never go below p %1: it cannot decide alone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 [%2, %3] over %n seed(s)</source>
        <comment>a difference and its interval</comment>
        <translation>
            <numerusform>%1 [%2, %3] over %n seed</numerusform>
            <numerusform>%1 [%2, %3] over %n seeds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n seed(s) with which the two do not have the same classes of this size are left out</source>
        <translation>
            <numerusform>%n seed with which the two do not have the same classes of this size is left out</numerusform>
            <numerusform>%n seeds with which the two do not have the same classes of this size are left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::AccuracyPanel</name>
    <message numerus="yes">
        <source>%n trial(s)</source>
        <translation>
            <numerusform>%n trial</numerusform>
            <numerusform>%n trials</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n variant(s)</source>
        <translation>
            <numerusform>%n variant</numerusform>
            <numerusform>%n variants</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::CellsPanel</name>
    <message numerus="yes">
        <source>%n cell(s) of an earlier version of this plan are left alone.</source>
        <translation>
            <numerusform>%n cell of an earlier version of this plan is left alone.</numerusform>
            <numerusform>%n cells of an earlier version of this plan are left alone.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Cannot be used: %n cell(s); the tool tip says why and what helps.</source>
        <translation>
            <numerusform>Cannot be used: %n cell; the tool tip says why and what helps.</numerusform>
            <numerusform>Cannot be used: %n cells; the tool tip says why and what helps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n of them cannot be used</source>
        <comment>cells of a plan</comment>
        <translation>
            <numerusform>%1, %n of them cannot be used</numerusform>
            <numerusform>%1, %n of them cannot be used</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s): %1 done, %2 running, %3 waiting</source>
        <translation>
            <numerusform>%Ln cell: %1 done, %2 running, %3 waiting</numerusform>
            <numerusform>%Ln cells: %1 done, %2 running, %3 waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::ClassBars</name>
    <message numerus="yes">
        <source>%1: %Ln true member(s); of the images with this label %2 are right and %3 wrong</source>
        <comment>name of a class</comment>
        <translation>
            <numerusform>%1: %Ln true member; of the images with this label %2 are right and %3 wrong</numerusform>
            <numerusform>%1: %Ln true members; of the images with this label %2 are right and %3 wrong</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln image(s) trained on came with this label; of those that have it now %2 kept it and %3 were changed to it</source>
        <comment>name of a class</comment>
        <translation>
            <numerusform>%1: %Ln image trained on came with this label; of those that have it now %2 kept it and %3 were changed to it</numerusform>
            <numerusform>%1: %Ln images trained on came with this label; of those that have it now %2 kept it and %3 were changed to it</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::CompareDialog</name>
    <message numerus="yes">
        <source>%n training(s); every variant gets the same seeds. Those that are finished already are kept.</source>
        <translation>
            <numerusform>%n training; every variant gets the same seeds. Those that are finished already are kept.</numerusform>
            <numerusform>%n trainings; every variant gets the same seeds. Those that are finished already are kept.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::CostPanel</name>
    <message numerus="yes">
        <source>%Ln trial(s), %1</source>
        <translation>
            <numerusform>%Ln trial, %1</numerusform>
            <numerusform>%Ln trials, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln trial(s), %1 without pruning</source>
        <translation>
            <numerusform>%Ln trial, %1 without pruning</numerusform>
            <numerusform>%Ln trials, %1 without pruning</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s), %1</source>
        <translation>
            <numerusform>%Ln step, %1</numerusform>
            <numerusform>%Ln steps, %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln epoch(s), %1</source>
        <translation>
            <numerusform>%Ln epoch, %1</numerusform>
            <numerusform>%Ln epochs, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::DensityPanel</name>
    <message numerus="yes">
        <source>%n other trial(s)</source>
        <translation>
            <numerusform>%n other trial</numerusform>
            <numerusform>%n other trials</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n good trial(s) against %1: for %2 TPE likes %3 best.</source>
        <translation>
            <numerusform>%n good trial against %1: for %2 TPE likes %3 best.</numerusform>
            <numerusform>%n good trials against %1: for %2 TPE likes %3 best.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>TPE has not begun: it draws at random until it knows %n finished trial(s).</source>
        <translation>
            <numerusform>TPE has not begun: it draws at random until it knows %n finished trial.</numerusform>
            <numerusform>TPE has not begun: it draws at random until it knows %n finished trials.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>TPE has not begun: it draws at random until it knows %n finished trial(s), and with a search lag of %1 the next trial knows only those at least %1 before it: %2 of %3.</source>
        <translation>
            <numerusform>TPE has not begun: it draws at random until it knows %n finished trial, and with a search lag of %1 the next trial knows only those at least %1 before it: %2 of %3.</numerusform>
            <numerusform>TPE has not begun: it draws at random until it knows %n finished trials, and with a search lag of %1 the next trial knows only those at least %1 before it: %2 of %3.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::HistoryPanel</name>
    <message numerus="yes">
        <source>%n complete trial(s) since the best one.</source>
        <translation>
            <numerusform>%n complete trial since the best one.</numerusform>
            <numerusform>%n complete trials since the best one.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n complete trial(s), best %1 %2. %3</source>
        <comment>%1: name of the objective, %2: its value, %3: sentence</comment>
        <translation>
            <numerusform>%n complete trial, best %1 %2. %3</numerusform>
            <numerusform>%n complete trials, best %1 %2. %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n complete trial(s): %1 from %2 to %3.</source>
        <comment>%1: name of the quantity</comment>
        <translation>
            <numerusform>%n complete trial: %1 from %2 to %3.</numerusform>
            <numerusform>%n complete trials: %1 from %2 to %3.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::ImportancePanel</name>
    <message numerus="yes">
        <source>%n complete trial(s): too few to see which parameter matters most. The best tenth must hold at least two trials.</source>
        <translation>
            <numerusform>%n complete trial: too few to see which parameter matters most. The best tenth must hold at least two trials.</numerusform>
            <numerusform>%n complete trials: too few to see which parameter matters most. The best tenth must hold at least two trials.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The best of %n complete trial(s) are like the rest in every parameter: no parameter stands out.</source>
        <translation>
            <numerusform>The best of %n complete trial is like the rest in every parameter: no parameter stands out.</numerusform>
            <numerusform>The best of %n complete trials are like the rest in every parameter: no parameter stands out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Over %n trial(s), %1 matters most: %2, between %3 and %4 over bootstraps.</source>
        <translation>
            <numerusform>Over %n trial, %1 matters most: %2, between %3 and %4 over bootstraps.</numerusform>
            <numerusform>Over %n trials, %1 matters most: %2, between %3 and %4 over bootstraps.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The filter keeps %1 of %Ln complete trial(s).</source>
        <translation>
            <numerusform>The filter keeps %1 of %Ln complete trial.</numerusform>
            <numerusform>The filter keeps %1 of %Ln complete trials.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::InspectorPanel</name>
    <message numerus="yes">
        <source>Retrain trial %1 with %n fresh seed(s)</source>
        <translation>
            <numerusform>Retrain trial %1 with %n fresh seed</numerusform>
            <numerusform>Retrain trial %1 with %n fresh seeds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::IntermediatePanel</name>
    <message numerus="yes">
        <source>Reported values of %n trial(s), %1 of them pruned.</source>
        <translation>
            <numerusform>Reported values of %n trial, %1 of them pruned.</numerusform>
            <numerusform>Reported values of %n trials, %1 of them pruned.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln trial(s), a cross where one was pruned</source>
        <translation>
            <numerusform>%Ln trial, a cross where one was pruned</numerusform>
            <numerusform>%Ln trials, a cross where one was pruned</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::LabelErrorsPanel</name>
    <message numerus="yes">
        <source>lowest weight first · %Ln image(s)</source>
        <translation>
            <numerusform>lowest weight first · %Ln image</numerusform>
            <numerusform>lowest weight first · %Ln images</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>highest weight first · %Ln image(s)</source>
        <translation>
            <numerusform>highest weight first · %Ln image</numerusform>
            <numerusform>highest weight first · %Ln images</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::LogPanel</name>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n line</numerusform>
            <numerusform>%n lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::MechanismPanel</name>
    <message numerus="yes">
        <source>%1 · mean of %n seed(s) · after epoch %2</source>
        <comment>a variant</comment>
        <translation>
            <numerusform>%1 · mean of %n seed · after epoch %2</numerusform>
            <numerusform>%1 · mean of %n seeds · after epoch %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::OpenPlan</name>
    <message numerus="yes">
        <source>%n cell(s) left, which another process runs; what it leaves is taken over</source>
        <translation>
            <numerusform>%n cell left, which another process runs; what it leaves is taken over</numerusform>
            <numerusform>%n cells left, which another process runs; what it leaves is taken over</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::ParallelPanel</name>
    <message numerus="yes">
        <source>%1, as lines over %n axes.</source>
        <translation>
            <numerusform>%1, as lines over %n axes.</numerusform>
            <numerusform>%1, as lines over %n axes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln complete trial(s)</source>
        <translation>
            <numerusform>%Ln complete trial</numerusform>
            <numerusform>%Ln complete trials</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln complete trial(s) · brushed: %1</source>
        <translation>
            <numerusform>%Ln complete trial · brushed: %1</numerusform>
            <numerusform>%Ln complete trials · brushed: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln complete trial(s) · filtered: %1</source>
        <translation>
            <numerusform>%Ln complete trial · filtered: %1</numerusform>
            <numerusform>%Ln complete trials · filtered: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::PlanPanel</name>
    <message numerus="yes">
        <source>%1 · %n cell(s)</source>
        <comment>a plan</comment>
        <translation>
            <numerusform>%1 · %n cell</numerusform>
            <numerusform>%1 · %n cells</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%2 of %n cell(s))</source>
        <comment>what figures stand on</comment>
        <translation>
            <numerusform>%1 (%2 of %n cell)</numerusform>
            <numerusform>%1 (%2 of %n cells)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::PlanRunBar</name>
    <message numerus="yes">
        <source>Run what is missing (%n training(s))</source>
        <translation>
            <numerusform>Run what is missing (%n training)</numerusform>
            <numerusform>Run what is missing (%n trainings)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Run what is missing (%n training(s), %1)</source>
        <translation>
            <numerusform>Run what is missing (%n training, %1)</numerusform>
            <numerusform>Run what is missing (%n trainings, %1)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln training(s)</source>
        <translation>
            <numerusform>%1 of %Ln training</numerusform>
            <numerusform>%1 of %Ln trainings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::RankPanel</name>
    <message numerus="yes">
        <source>%n trial(s) over %1 and %2. The best: trial %3.</source>
        <translation>
            <numerusform>%n trial over %1 and %2. The best: trial %3.</numerusform>
            <numerusform>%n trials over %1 and %2. The best: trial %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n trial(s) over %1 and %2, %3 of them on the Pareto front.</source>
        <translation>
            <numerusform>%n trial over %1 and %2, %3 of them on the Pareto front.</numerusform>
            <numerusform>%n trials over %1 and %2, %3 of them on the Pareto front.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln trial(s), %1 on the Pareto front</source>
        <translation>
            <numerusform>%Ln trial, %1 on the Pareto front</numerusform>
            <numerusform>%Ln trials, %1 on the Pareto front</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln trial(s), the lighter the better</source>
        <translation>
            <numerusform>%Ln trial, the lighter the better</numerusform>
            <numerusform>%Ln trials, the lighter the better</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln trial(s), the darker the better</source>
        <translation>
            <numerusform>%Ln trial, the darker the better</numerusform>
            <numerusform>%Ln trials, the darker the better</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::RecallPanel</name>
    <message numerus="yes">
        <source>smallest class at the right · mean of %n seed(s) · band: 95 % Student t</source>
        <translation>
            <numerusform>smallest class at the right · mean of %n seed · band: 95 % Student t</numerusform>
            <numerusform>smallest class at the right · mean of %n seeds · band: 95 % Student t</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>classes in the set&apos;s order · mean of %n seed(s) · band: 95 % Student t</source>
        <translation>
            <numerusform>classes in the set&apos;s order · mean of %n seed · band: 95 % Student t</numerusform>
            <numerusform>classes in the set&apos;s order · mean of %n seeds · band: 95 % Student t</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::ResumeBanner</name>
    <message numerus="yes">
        <source>%n trial(s) of %1 were interrupted and can be continued where they were.</source>
        <translation>
            <numerusform>%n trial of %1 was interrupted and can be continued where it was.</numerusform>
            <numerusform>%n trials of %1 were interrupted and can be continued where they were.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::RunActions</name>
    <message numerus="yes">
        <source>%1; the comparison lacks %n training(s): Compare, Queue the missing runs</source>
        <translation>
            <numerusform>%1; the comparison lacks %n training: Compare, Queue the missing runs</numerusform>
            <numerusform>%1; the comparison lacks %n trainings: Compare, Queue the missing runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; the comparison lacks %n training(s): Study, Compare…</source>
        <translation>
            <numerusform>%1; the comparison lacks %n training: Study, Compare…</numerusform>
            <numerusform>%1; the comparison lacks %n trainings: Study, Compare…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::SamplesPanel</name>
    <message numerus="yes">
        <source>%Ln image(s); the label of %1 is right. %2</source>
        <translation>
            <numerusform>%Ln image; the label of %1 is right. %2</numerusform>
            <numerusform>%Ln images; the label of %1 is right. %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s); the label of %1 is the one that it came with. %2</source>
        <translation>
            <numerusform>%Ln image; the label of %1 is the one that it came with. %2</numerusform>
            <numerusform>%Ln images; the label of %1 is the one that it came with. %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::SearchPanel</name>
    <message numerus="yes">
        <source>%Ln trial(s)</source>
        <translation>
            <numerusform>%Ln trial</numerusform>
            <numerusform>%Ln trials</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::SlicePanel</name>
    <message numerus="yes">
        <source>%n trial(s) by %1: medians from %2 to %3.</source>
        <translation>
            <numerusform>%n trial by %1: medians from %2 to %3.</numerusform>
            <numerusform>%n trials by %1: medians from %2 to %3.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::TimelinePanel</name>
    <message numerus="yes">
        <source>%n trial(s) over time: %1.</source>
        <translation>
            <numerusform>%n trial over time: %1.</numerusform>
            <numerusform>%n trials over time: %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::TrialActions</name>
    <message numerus="yes">
        <source>Star %n trial(s)</source>
        <translation>
            <numerusform>Star %n trial</numerusform>
            <numerusform>Star %n trials</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take the star from %n trial(s)</source>
        <translation>
            <numerusform>Take the star from %n trial</numerusform>
            <numerusform>Take the star from %n trials</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n trial(s) are copied as rows.</source>
        <translation>
            <numerusform>%n trial is copied as a row.</numerusform>
            <numerusform>%n trials are copied as rows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::TrialListPanel</name>
    <message numerus="yes">
        <source>%n trial(s) begun.</source>
        <translation>
            <numerusform>%n trial begun.</numerusform>
            <numerusform>%n trials begun.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The filter keeps none of the %n trial(s).</source>
        <translation>
            <numerusform>The filter does not keep the only trial.</numerusform>
            <numerusform>The filter keeps none of the %n trials.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::VariantCurvesPanel</name>
    <message numerus="yes">
        <source>each variant at its last epoch · mean of %n seed(s) · band: 95 % Student t</source>
        <translation>
            <numerusform>each variant at its last epoch · mean of %n seed · band: 95 % Student t</numerusform>
            <numerusform>each variant at its last epoch · mean of %n seeds · band: 95 % Student t</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::VariantsPanel</name>
    <message numerus="yes">
        <source>%n chosen trial(s), by the search&apos;s own metric</source>
        <translation>
            <numerusform>%n chosen trial, by the search&apos;s own metric</numerusform>
            <numerusform>%n chosen trials, by the search&apos;s own metric</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>tick: a seed, dot: their mean, bar: its 95 % interval (Student t) · %1 · %n paired seed(s)</source>
        <comment>%1: last 5 epochs</comment>
        <translation>
            <numerusform>tick: a seed, dot: their mean, bar: its 95 % interval (Student t) · %1 · %n paired seed</numerusform>
            <numerusform>tick: a seed, dot: their mean, bar: its 95 % interval (Student t) · %1 · %n paired seeds</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>last %n epoch(s)</source>
        <translation>
            <numerusform>last epoch</numerusform>
            <numerusform>last %n epochs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::VerdictsPanel</name>
    <message numerus="yes">
        <source>%n training(s) are missing</source>
        <translation>
            <numerusform>%n training is missing</numerusform>
            <numerusform>%n trainings are missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::VerifyPanel</name>
    <message numerus="yes">
        <source>Still missing: %Ln image(s) with right labels</source>
        <translation>
            <numerusform>Still missing: %Ln image with a right label</numerusform>
            <numerusform>Still missing: %Ln images with right labels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::VerifyProgress</name>
    <message numerus="yes">
        <source>%1: %2 found right of %3 looked at; %Ln image(s) in all</source>
        <translation>
            <numerusform>%1: %2 found right of %3 looked at; %Ln image in all</numerusform>
            <numerusform>%1: %2 found right of %3 looked at; %Ln images in all</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::WeightCurvePanel</name>
    <message numerus="yes">
        <source>trial #%1 · epoch %2 of %3 · %Ln sample(s)</source>
        <translation>
            <numerusform>trial #%1 · epoch %2 of %3 · %Ln sample</numerusform>
            <numerusform>trial #%1 · epoch %2 of %3 · %Ln samples</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::WeightDistributionView</name>
    <message numerus="yes">
        <source>%1 classes: mean weight %2 (%Ln sample(s))</source>
        <translation>
            <numerusform>%1 classes: mean weight %2 (%Ln sample)</numerusform>
            <numerusform>%1 classes: mean weight %2 (%Ln samples)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 classes: mean weight %2 where the label is as it came (%Ln sample(s)), %3 where it was changed (%4); AUROC %5</source>
        <translation>
            <numerusform>%1 classes: mean weight %2 where the label is as it came (%Ln sample), %3 where it was changed (%4); AUROC %5</numerusform>
            <numerusform>%1 classes: mean weight %2 where the label is as it came (%Ln samples), %3 where it was changed (%4); AUROC %5</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 classes: mean weight %2 where the label is right (%Ln sample(s)), %3 where it is wrong (%4); AUROC %5</source>
        <translation>
            <numerusform>%1 classes: mean weight %2 where the label is right (%Ln sample), %3 where it is wrong (%4); AUROC %5</numerusform>
            <numerusform>%1 classes: mean weight %2 where the label is right (%Ln samples), %3 where it is wrong (%4); AUROC %5</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::WherePanel</name>
    <message numerus="yes">
        <source>%n studies of the same data that differ in nothing but noise rate, imbalance factor, seeds, number of trials and pruner</source>
        <translation>
            <numerusform>%n study of the same data that differs in nothing but noise rate, imbalance factor, seeds, number of trials and pruner</numerusform>
            <numerusform>%n studies of the same data that differ in nothing but noise rate, imbalance factor, seeds, number of trials and pruner</numerusform>
        </translation>
    </message>
</context>
</TS>
