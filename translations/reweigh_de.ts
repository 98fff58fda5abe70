<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About Reweigh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reweigh %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta-Weight-Net and its architecture under label noise and class imbalance.

Free software under the GNU General Public License, version 3 or later, without any warranty.

No telemetry: Reweigh sends nothing anywhere, and loads nothing but the data sets you ask for.

Qt %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AxisText</name>
    <message>
        <source>%1–%2</source>
        <comment>range of values</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>balanced validation accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChoiceText</name>
    <message>
        <source>folder of images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>synthetic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>uniform</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>symmetric, never itself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flip to one class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flip to two classes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>similar pairs (CIFAR-10)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>within superclass (CIFAR-100)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>by class size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>exponential</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>imbalance, then noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noise, then imbalance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>as given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drawn from the seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MLP</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>small CNN</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cross entropy, unweighted</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>constant</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cosine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Claims</name>
    <message>
        <source>no pair of runs yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 points, one seed: no interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 points over %n seed(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>no AUROC of the tail yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tail AUROC %1, one seed: no interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>tail AUROC %1 [%2, %3] over %n seed(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>searched beats fixed 1-100-1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>searched beats the largest size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the searched input alone beats the loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>searched beats cross entropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weights separate the two shifts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✓ supported</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>? cannot tell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ refuted</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n more seed(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>2 seeds at least</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>more than %1 seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>too many pairs to enumerate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2
Paired Student t: %3, after Holm %4
Exact signed rank: %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>With %n paired seed(s) the exact signed-rank test can never go below p %1: it cannot decide alone.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>TPE-searched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fixed 1-100-1, loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1-100-1, searched input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest size, loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cross entropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>searched</source>
        <comment>arm</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fixed 1-100-1</source>
        <comment>arm</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>searched input</source>
        <comment>arm</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>largest</source>
        <comment>arm</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cross entropy</source>
        <comment>arm</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>balanced test accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test accuracy, rarest third</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noise AUROC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no run yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (1), no interval</source>
        <comment>mean of one seed</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ± %2 (%3)</source>
        <comment>mean, half-width, seeds</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 [%2, %3]</source>
        <comment>difference and its interval</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p &lt; %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>p %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeviceSampler</name>
    <message>
        <source>CPU %1 × %2 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 GiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2 %, %3 of %4 GiB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no NVIDIA GPU: running on the CPU</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FieldText</name>
    <message>
        <source>Data set</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Images and true labels that the recipe makes noisy and imbalanced.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the data set lies. Empty: where it was downloaded to, then where the system installs it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Side in pixels to which the folder&apos;s images are resized.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How a wrong label is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chance that a label is drawn anew. Uniform noise may draw the same label again, so fewer are wrong.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imbalance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How class sizes fall from the largest to the smallest.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imbalance ratio</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n_max / n_min: the largest class over the smallest, the literature&apos;s imbalance factor (IF). The slider is logarithmic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which labels carry the imbalance: the true ones (imbalance first) or the observed ones (noise first).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class order</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which classes are large: the first ones, or an order drawn from the seed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clean meta set, per class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clean images a class that teach MW-Net what a good weight is. They are taken out of the training set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clean validation, per class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clean images a class by which the search judges an architecture. They are taken out of the training set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the splits, the class order and the noise. The same seed gives the same labels on any machine.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train limit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>At most this many images before imbalance, the same number of each class. 0: all of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Classifier</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network that learns from the weighted samples.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What weighs the samples of a batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MW-Net is fed by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What MW-Net sees of a sample. Maps are averaged over their pixels; “label” adds the observed label, one-hot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nodes of each of MW-Net&apos;s hidden layers, for example 128, 64. Empty: the input goes straight to the weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of MW-Net&apos;s hidden layers.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Normalised weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights are divided by their sum over the batch, as in the imbalance recipe of Shu et al. 2019.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Passes over the training images in each trial.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training images a step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta batch size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta images a step.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the classifier&apos;s SGD, at the start of the schedule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the classifier&apos;s SGD.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nesterov momentum</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Momentum that looks one step ahead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the learning rate falls over the epochs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Milestones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs at which a step schedule multiplies the learning rate by the decay, for example 80, 100.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Decay at a milestone</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The factor of a step schedule.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of MW-Net. A search draws its own for each trial.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta optimiser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of MW-Net.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta weight decay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of MW-Net&apos;s optimiser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random crops with a border of four pixels, and horizontal flips.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of initial weights, batch order and augmentation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>auto, cpu, or a GPU by number such as cuda:0.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the forward and backward passes; parameters are kept in fp32.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Threads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of one training on the CPU. 0: one a core, shared by the trials that run at once.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many architectures are tried in all. May be changed while the study runs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sampler</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What proposes the next architecture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pruner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What ends a trial early. Median: worse than half of the earlier trials at the same epoch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the sampler.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewest hidden layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The shallowest MW-Net that is tried. 0: the input goes straight to the weight.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most hidden layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The deepest MW-Net that is tried.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fewest nodes a layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The narrowest layer that is tried; the scale is logarithmic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Most nodes a layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The widest layer that is tried.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What MW-Net may be fed by.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Activations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which activations are tried.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Lowest meta learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The scale is logarithmic.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Highest meta learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Objective over last epochs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A trial&apos;s value is its mean clean validation accuracy over this many last epochs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trials before pruning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>So many trials must have ended before one is pruned.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epochs before pruning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No trial is pruned in its first epochs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retries out of memory</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A trial that runs out of memory is tried again with half the batch, so many times.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seeds a comparison arm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fresh training seeds with which each arm of the comparison is trained.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Study file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty: study.db in the study folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Study folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where the study and its trainings are kept. Empty: a new folder named after the recipe.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FigureExport</name>
    <message>
        <source>%1 · recipe %2 · Reweigh %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>HealthText</name>
    <message>
        <source>healthy: spread %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights differ between samples and go one way with the loss. Standard deviation %1 around a mean of %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>collapsed: %1 % below %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nearly every sample has a weight of 0, so the classifier hardly learns. Lower the meta learning rate, or normalise the weights over the batch.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>flat: spread %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every sample counts alike, as in plain training. Raise the meta learning rate, train longer, or give V an input that tells samples apart.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not monotone: correlation %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weight rises and falls again with the loss. That may be meant where hard samples help; if not, use fewer nodes or a larger meta set.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>meta gradient vanishes: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>V no longer learns: the meta set is fitted, or its sigmoid is saturated. Take a larger meta set, or a lower meta learning rate from the start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Plain cross entropy: every sample counts alike.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LayerStrip</name>
    <message>
        <source>%1 more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Layout</name>
    <message>
        <source>Set up</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Watch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ParameterText</name>
    <message>
        <source>hidden layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nodes a layer (geometric mean)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>input tap</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>meta learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stage 1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stage 2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stage 3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>penultimate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>logits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>softmax</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tanh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>nodes, layer %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 + label</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RunProgress</name>
    <message>
        <source>Comparison: %1, seed %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trial %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preparing: reading the data, opening the engine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pausing: the step is finished and a checkpoint written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping: a checkpoint is written</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused, %1 of %2 trials done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n trial(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1, another process is adding to them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · best %2, trial %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Running, %1 of %2 trials done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch %1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 steps/s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trial ends %1, study %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ends %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SeedRows</name>
    <message>
        <source>trial %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, pruned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <comment>trial, input, hidden layers</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>validation accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>objective</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrialColumns</name>
    <message>
        <source>Starred by you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number within the study, from 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>state</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the trial ended, and why if it failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nodes of each hidden layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fed by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the weighting network sees of a sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>activation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Between the hidden layers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>meta lr</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learning rate of the weighting network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the search maximises or minimises; one seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fresh seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mean, 95 % half-width and seeds, where the comparison retrained this network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch at which the searched metric was best</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test accuracy; never searched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noise AUROC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How well low weights find the wrong labels; 0.5 is chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of the weighting network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of initial weights, batch order and augmentation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From start to end</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yours, with commas between them; edit in place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yours; edit in place</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Searched parameter %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrialDetails</name>
    <message>
        <source>Fresh seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test, never searched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise AUROC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1   head %2   mid %3   tail %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seed · device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: memory ran out before, the batch was halved</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Best of %1 inflation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>about +%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trial %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>★ best of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fed by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Meta learning rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Validation, searched</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Value</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrialScope</name>
    <message numerus="yes">
        <source>%n done</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pruned</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>all trials · by state</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>brushed: top %1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>brushed: %n trial(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Trials</name>
    <message>
        <source>running</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pruned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>failed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>waiting</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>‖ cut off, goes on at the next start</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · epoch %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · step %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trial %1: %2, value %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trial %1: %2, layers %3 fed by %4, value %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no hidden layer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, one seed: no interval</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1 ± %2, %n seed(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh</name>
    <message>
        <source>a value from %1 to %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a value above %1, at most %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a value above %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a value of at least %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 to %2 whole numbers from %3 to %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at least one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>empty</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 keeps %2 true members, and nothing is called %1 any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, the rarest class, keeps %2 true members; every label is right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 keeps %2 true members, %3 of them labelled right, under %4 strangers: only %5 of what is called %1 truly is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked IF %1, observed %2 · asked noise %3, actual %4 · %5 training images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imbalance, then noise: classes are cut by their true labels (true ratio %1); noise then sends images of large classes into small ones, so the labels look more even (%2) and small classes lose their purity.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise, then imbalance: classes are cut by the labels they carry (observed ratio %1), so each keeps the purity that noise left it, and true members are more even (%2) than labels.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 true members; %3 carry the label, %4 right and %5 wrong (%6 pure)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here the recipe shows what it does to the classes as soon as the data set is read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no setting &quot;%1&quot;; did you mean &quot;%3&quot;?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no setting &quot;%1&quot;; --print-config lists them all.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%2&quot; is no value of %1; did you mean &quot;%3&quot;?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&quot;%2&quot; is no value of %1; it takes: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be %2; give %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The configuration %1 is not a JSON object (%2); compare it with the output of --print-config.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is missing: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The data set is not at %1; %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file %1; check the path.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is cut short (%2); get a whole copy of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is larger than it may be (%2, at most %3); check that it is the right file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is larger than it may be (%2); check that it is the right file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be read as %3 (%2); get a good copy of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is damaged (%2); get a good copy of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a PNG or JPEG image (%2); remove it from the folder or repair it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has a label outside the data set&apos;s classes (%2; allowed %3); check that it is the right file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Imbalance factor %2 would leave class %1 empty; the largest that works is %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Class %1 has %3 images, too few for %2; lower meta-per-class or val-per-class.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 does not fit %2; use %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The download of %1 failed (%2); run it again, it goes on where it stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 has checksum %2 instead of %3; delete it and download it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The archive %1 wants to write outside its folder (%2); it was not unpacked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 cannot be written (%2); choose another folder or change its permissions.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no room left to write %1 (%2); free some space and run the same command with --resume.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The checkpoint %1 belongs to another run (%2); %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no study at %1; check the path, or start one with reweigh search.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 already holds a study or run; go on with it by --resume, or give another --out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not a study file (not an SQLite database); give the study.db of a study&apos;s folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The study %1 is being written by another process; wait for it or stop it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The study %1 is being written by another process (%2); wait for it or stop it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The study %1 has another version of the tables (%2; this program knows %3); use the Optuna release that wrote it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The study %1 searches another space (%2); give another --study or --out, or the ranges it was made with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The study %1 is damaged (%2); restore a copy of it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The study %1 has no finished trial yet; let reweigh search finish one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not an architecture file of this version (%2; expected %3); write it anew with reweigh export.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device %1 cannot be used (%2); there is: %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device %1 cannot be used (%2).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training engine %1 could not be loaded (%2); run packaging/setup and build again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Precision %1 is not supported on %2; use fp32.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ran out of memory (%2); lower batch-size or choose a smaller model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cut off; everything so far is in %1: run the same command with --resume to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training of %1 failed: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internal error: %2 (%1). Please report it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::AccuracyPanel</name>
    <message>
        <source>Accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accuracy of the rarest third</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Over</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wall time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arms of the comparison instead of chosen trials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Other trials behind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic horizontal axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logarithmic vertical axis</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Loss and accuracy of the trial that runs, or of those chosen in a list, will be drawn here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) of arms</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>trial %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n trial(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · smoothing %2 · x: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 ± %3 over %4 runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::AccuracyPlot</name>
    <message>
        <source>validation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>meta</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>train, noisy labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>seconds of training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 ± %2  n %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 %2
%3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>cross entropy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share right</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::AnatomyPanel</name>
    <message>
        <source>Weight anatomy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weights of clean and noisy samples by class size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here you will see how far the weights tell right labels from wrong ones, in large classes and in small ones. Run a study, or open one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1 − weight as a detector of wrong labels, over all samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clean vs noisy, by class size · epoch %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>all: AUROC %1 · AP %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After epoch %1, 1 − weight finds wrong labels with AUROC %2 in head, %3 in mid and %4 in tail classes. %5</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::AnatomyView</name>
    <message>
        <source>head</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mid</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>tail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>AUROC</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean weight (this run kept no distributions)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 classes: mean weight %2 where the label is right (%3 samples), %4 where it is wrong (%5); AUROC %6</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::ArchitecturesDialog</name>
    <message>
        <source>Export best architectures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;How many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Networks, training settings and recipe, as reweigh export writes them. Only complete trials count.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Architectures (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::ArmCurvesPanel</name>
    <message>
        <source>Weight curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weight that each arm learned to give a sample, over the sample&apos;s loss, will be here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>each arm at its last epoch · mean of %n seed(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1: weight %2 at loss %3, %4 at loss %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No arm has a weight curve yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::ArmsPanel</name>
    <message>
        <source>Arms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Metric</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the arms are compared by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the comparison&apos;s arms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Chosen trials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show the chosen trials side by side</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 chosen trials, by what the search saw</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n chosen trial(s), by what the search saw</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The best architecture, retrained beside fixed ones and plain cross entropy on fresh seeds, will be here: every seed, means with intervals, paired differences.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>mean of the last %1 epochs · %n paired seed(s) · bar: 95 % Student t</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>One seed each: these figures have no interval, and the best of many is luckier than its architecture is good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No arm has this figure yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same seeds, splits and budget for every arm; the search never saw test data.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, minus the first %3 points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No arm has run yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. %2.</source>
        <comment>metric, then its rows</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::ChoiceListEditor</name>
    <message>
        <source>any of %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::Chronicle</name>
    <message>
        <source>%1 trains on %2 in %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 trains on %2 in %3: %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the comparison is done.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the search is done. Best so far: trial %2 with %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: the search is done.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::ClaimRowsView</name>
    <message>
        <source>Claims and their verdicts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::ClassBars</name>
    <message>
        <source>true members</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>label right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>label wrong</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::ClassesPanel</name>
    <message>
        <source>What the classifier will see</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>True members and carried labels, class by class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>true members, and who carries their label</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::ColumnMemory</name>
    <message>
        <source>Sort by %1, smallest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sort by %1, largest first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move %1 left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move %1 right</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::CompareDialog</name>
    <message>
        <source>Compare arms</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The best trial&apos;s network, retrained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1-100-1 fed by the loss (Shu et al. 2019)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>1-100-1 fed by the searched input</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The largest network of the space, fed by the loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cross entropy, no weights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Fresh seeds an arm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Compare</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n training(s); every arm gets the same seeds, splits and epochs. Those that are finished already are kept.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Seeds an arm</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::CursorPanel</name>
    <message>
        <source>Trial #%1 trains by plain cross entropy: every sample counts alike. Choose a trial that learns weights.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trial #%1 is in its first epoch. Its weights show when that ends.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The study keeps no epoch of trial #%1. Choose another trial.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::DensityPanel</name>
    <message>
        <source>Why the next trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Where TPE looks next: the densities of good and of other trials over a parameter.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No trial has drawn a parameter yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>TPE has not begun: the first %n trial(s) are drawn at random.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>TPE · good l(x), rest g(x), their ratio decides</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>l / g</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>rest g(x), %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>good l(x), %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>density</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>TPE has not begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n other trial(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n good trial(s) against %1: for %2 TPE likes %3 best.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::DockStrip</name>
    <message>
        <source>Drag to move this view, double-click to let it float</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::EditActions</name>
    <message>
        <source>Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy recipe stamp</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Find a trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::EpochBar</name>
    <message>
        <source>Epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop the replay</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replay the epochs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::ExportActions</name>
    <message>
        <source>Export best architectures…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export all figures…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Write the best architectures as JSON, to train them again elsewhere</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs a complete trial of a study of Reweigh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Picture (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vector graphics (*.svg)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Document (*.pdf)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Data (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export all figures into a folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::FeaturePlot</name>
    <message>
        <source>weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>● label right   ✕ label wrong</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>first component, %1 % of the variance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>second, %1 %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::FieldForm</name>
    <message>
        <source>Change %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::FileActions</name>
    <message>
        <source>New study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the 2-minute demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as command/JSON config…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is running: pause or stop it before you close it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Studies (*.db *.sqlite *.sqlite3)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the settings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings as JSON (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shell command (*.sh)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Settings written to %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::HealthLight</name>
    <message>
        <source>Health of the weights: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::HealthWatch</name>
    <message>
        <source>Weights of trial #%1 after epoch %2: %3. %4</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::HistoryPanel</name>
    <message>
        <source>History</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pruned trials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The value of every trial and the best so far. It begins with the first complete trial.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best so far, each trial, pruned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best so far, each trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>fixed 1-100-1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trial %1: pruned at %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trial %1: %2 %3</source>
        <comment>number, name of the objective, value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No complete trial yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n complete trial(s) since the best one.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n complete trial(s), best %1 %2. %3</source>
        <comment>%1: name of the objective, %2: its value, %3: sentence</comment>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::ImportancePanel</name>
    <message>
        <source>Importance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>share of what decides</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>PED-ANOVA · %n trial(s) · spread over %1 bootstraps</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Which parameters decide whether a trial is among the best tenth. It needs about 20 complete trials.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n complete trial(s): too few to tell which parameter decides. The best tenth must be two trials at least.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The best of %n complete trial(s) are like the rest in every parameter: none can be told to decide.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Too few complete trials to tell which parameter decides.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Of %n trial(s), %1 decides most: %2, between %3 and %4 over bootstraps.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::InspectorPanel</name>
    <message>
        <source>Trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About the trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Layers of the weighting network</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writes the best architectures of the study into a JSON file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Retrain with fresh seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trains the best network and the fixed ones with seeds the search has not seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies the command line that trains this trial again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copies the trial as JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The chosen trial will stand here: its network, its accuracy and how sure that is, the command that trains it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a trial in a list, a table or a plot.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No trial is chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, %2. %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::LandscapeMap</name>
    <message>
        <source>%1 %2, %3 %4</source>
        <comment>parameter, its value, other parameter, its value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: never tried</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: median %2, n = %3, from %4 to %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>best cell outlined · empty cells never tried</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::LandscapePanel</name>
    <message>
        <source>Landscape</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Across</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Upwards</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show only this cell&apos;s trials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all trials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A map of the searched architectures, coloured by how well they did. It begins with the first complete trial.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A map needs two parameters; this study searched fewer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>median %1 · n in each cell</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No map yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Map of %1 by %2: %3 of %4 cells tried.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 Best trial in %2.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::LayerStrip</name>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::LayoutActions</name>
    <message>
        <source>Reset layout</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Views</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::LeaveGuard</name>
    <message>
        <source>Reweigh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A study is running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pausing finishes the step and writes a checkpoint; the next start offers to go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause and quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::LogModel</name>
    <message>
        <source>note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>! warning</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>✕ problem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2 times)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happened</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::LogPanel</name>
    <message>
        <source>Log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy lines</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing happened yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1. The newest line: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What happens, and what goes wrong, is told here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::MainWindow</name>
    <message>
        <source>%1 — Reweigh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Views behind each other</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About Reweigh</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run and layouts</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::MarksEditor</name>
    <message>
        <source>Star this trial</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>what you found</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>with commas between them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star trial %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the star from trial %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note on trial %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags of trial %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::MatrixPanel</name>
    <message>
        <source>Transition matrix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>click: show these images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transition matrix, rows true classes, columns given labels</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>row: true, column: given</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 → %2: asked %3, obtained %4 (%5 of %6)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>hover: what was asked and what was obtained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of the labels are right; rows are true classes, columns given labels.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::OpenStudy</name>
    <message>
        <source>new study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 can be read again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::Panel</name>
    <message>
        <source>Options of %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export this view…</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::ParallelPanel</name>
    <message>
        <source>Parallel coordinates</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top 10 %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brush the best tenth of the complete trials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All trials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let go of every brush and filter (Esc)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every complete trial as a line over its parameters and its value. It begins with the first complete trial.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n complete trial(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · brushed: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · filtered: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No complete trial yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%1, as lines over %n axes.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::ParallelPlot</name>
    <message>
        <source>%1: not brushed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: brushed from %2 to %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trial %1: %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>none</source>
        <comment>a trial lacks this parameter</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>System</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another language holds from the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Device of new studies</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::RecallPanel</name>
    <message>
        <source>Recall by class</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much of each class every arm finds in the test images will be here, the rarest class at the right.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>test recall</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>rarest at the right · mean of %n seed(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>classes in the set&apos;s order · mean of %n seed(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>No arm has been tested yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2 % of %3, %4 % of %5</source>
        <comment>arm, recall, class, recall, class</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::RecipePanel</name>
    <message>
        <source>Recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Presets</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stamp of the recipe carried out: the same code means the same labels on any machine. A click copies it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>2-minute demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A small CNN on Fashion-MNIST, uniform noise 0.4, imbalance ratio 50: a search in minutes on two cores.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noise 0.4 × IF 100</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Uniform noise 0.4 on classes with imbalance factor 100. Model, training and search stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MW-Net, noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training of Shu et al. 2019 against noise: ResNet-32, SGD 0.1, 120 epochs, 1-100-1. The data stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MW-Net, imbalance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The training of Shu et al. 2019 against imbalance: Nesterov, 100 epochs, normalised weights. The data stay.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Preset %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 train, %2 test, %3 classes, %4 × %5</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reading the data set…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>stamp %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the recipe&apos;s stamp %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::ResumeBanner</name>
    <message>
        <source>Studies that were cut off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n trial(s) of %1 were cut off.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::RunActions</name>
    <message>
        <source>Run</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop now</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop after this epoch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Resume</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another process is running this study; it is followed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This study was not made by Reweigh: it can be looked at, not run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Run the study until its budget is spent (F5)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish the step, write a checkpoint and wait (Space)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Finish the step, write a checkpoint and end (Shift+F5)</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::SampleGrid</name>
    <message>
        <source>truly %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Image %1: truly %2, labelled %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::SamplesPanel</name>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Given label of the images shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training images</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>truly %1, given %2 · %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>given label · %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 images; the label of %2 is right. %3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::SeedRowsView</name>
    <message>
        <source>%1 points</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Arms, their seeds and means</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>mean ± half-width (n)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>minus the first</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2
Seeds: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
Minus the first, in points: %2</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::SlicePanel</name>
    <message>
        <source>By parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every trial&apos;s value along one parameter. It begins with the first complete trial.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By %1</source>
        <comment>a parameter</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>every trial, median</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>trial %1: %2, %3</source>
        <comment>number, parameter&apos;s value, trial&apos;s value</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No complete trial yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n trial(s) by %1: medians from %2 to %3.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::StartPage</name>
    <message>
        <source>Choose a shift of labels and classes, watch Meta-Weight-Net learn its weights under it, and find the architecture that holds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try the 2-minute demo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fashion-MNIST, 40 % of the labels wrong, the rarest class 50 times rarer than the commonest</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose data, noise, imbalance, model and search yourself</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A study of Reweigh or of Optuna, running or finished</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::StatusLine</name>
    <message>
        <source>Share of the study&apos;s trials that is done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Code of the data recipe; click to copy it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>recipe %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe stamp %1, copy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1
Click to see the log</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Newest problem: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::StudyActions</name>
    <message>
        <source>Compare arms…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Measure cost</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train the best network and its rivals with the same fresh seeds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs a complete trial, and nothing that runs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::StudyTabs</name>
    <message>
        <source>Open studies</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::TextEditor</name>
    <message>
        <source>Choose: %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::TrialActions</name>
    <message>
        <source>Star (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy command line</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy JSON</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy as rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter to selection</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show all trials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show in weight curve</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Star %n trial(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take the star from %n trial(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>The command line that retrains trial %1 is copied.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trial %1 is copied as JSON.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n trial(s) are copied as rows.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::TrialFilterBar</name>
    <message>
        <source>Filter trials by words</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Filter: layers, tap, tag, note…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show trials that are: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show starred trials only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show trials with this tag only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>any tag</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::TrialListPanel</name>
    <message>
        <source>Trials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trials by number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trials will stand here as they begin.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No trial yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n trial(s) begun.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::TrialTableModel</name>
    <message>
        <source>starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>not starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star trial %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the star from trial %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tags of trial %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Note on trial %1</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::TrialsPanel</name>
    <message>
        <source>Trials</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trials of the study</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every trial of the search will stand here: its network, its value, and what you note on it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>counts · brush</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 · %2 shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No trial yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trials: %1. Best: trial %2 with %3.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trials: %1.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::VerdictsPanel</name>
    <message>
        <source>Verdicts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue the missing runs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Seeds an arm</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fresh training seeds every arm is run with; runs that are finished are kept</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the comparison says of each claim will be here: supported, refuted, or how many seeds it takes to tell.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1, paired over seeds, Holm over the table</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every arm has its seeds: ask for more of them first</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n training(s) are missing</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Something runs: wait for it, or stop it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>claim, verdict, what was seen</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No claim can be judged yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::WeightCurvePanel</name>
    <message>
        <source>Learned weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight over the loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Weight over the features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over the loss</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>over the features</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here you will see the weight that each loss earns, and how it changes from epoch to epoch. Run a study, or open one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>trial #%1 · epoch %2 of %3 · %Ln sample(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>trial #%1 · epoch %2 of %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Epoch %1: no weight is known.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>After epoch %1 a sample of loss %2 weighs %3, one of loss %4 weighs %5. %6 clean and %7 noisy samples were seen.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::WeightCurvePlot</name>
    <message>
        <source>weight</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss of the sample</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clean %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>clean</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noisy %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noisy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no sample
seen here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>loss %1 → weight %2</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>no sample within ±%1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 clean, %2 noisy within ±%3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 % of clean, %2 % of noisy within ±%3</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::WhereMapView</name>
    <message>
        <source>Searched minus fixed by noise rate and imbalance factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>n %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>imbalance factor</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>noise rate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise rate %1, imbalance factor %2: %3 points, n %4, studies %5</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::WherePanel</name>
    <message>
        <source>Where it helps</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>By how much the searched architecture beats the fixed one, by noise rate and imbalance factor, will be here: a cell for every study that has a comparison.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>searched minus fixed, points · hatched: interval holds 0</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One study fills one cell: studies beside this one, at other noise rates and imbalance factors, fill the others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n studies of the same data set, kinds of shift and classifier</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>noise rate %1, imbalance factor %2: %3 points, n %4</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No study has both arms yet.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>reweigh::Workbench</name>
    <message>
        <source>The settings differ from those that %1 was made with: they run as a new study.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
