// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/DataSets.h"
#include "core/config/FieldBuilders.h"

namespace reweigh {

using namespace fields;

namespace {

/// The data set; choosing one also sets its defaults of noise and imbalance (switchDataSet).
ConfigField dataSetField()
{
    ConfigField field = text(
        {.key = "dataset",
         .label = QT_TRANSLATE_NOOP("Settings", "Data set"),
         .help = QT_TRANSLATE_NOOP("Settings", "Images and labels that the recipe makes noisy and imbalanced. A folder's are left as they "
                                               "are unless noise or imbalance is chosen."),
         .choices = choicesFrom(dataSetRows())},
        [](auto& c) -> auto& { return c.data.dataset; });
    field.set = [plain = field.set](ExperimentConfig& config, const nlohmann::json& value) -> Status {
        ExperimentConfig chosen = config;
        if (Status status = plain(chosen, value); !status)
            return status;
        switchDataSet(config.data, chosen.data.dataset);
        return {};
    };
    return field;
}

/// The file of labels. To name one is to ask for its labels, so it also sets the noise type.
ConfigField labelFileField(const Need& fromFile)
{
    ConfigField field = text(
        {.key = "labels",
         .label = QT_TRANSLATE_NOOP("Settings", "File of labels"),
         .help = QT_TRANSLATE_NOOP("Settings",
                                   "CSV file of the training images' observed labels, a row for each: its column index (position in the "
                                   "training set, from 0) or path (below the data folder), and a column of labels, as class names or "
                                   "numbers. Naming one sets the noise to file."),
         .identity = false,
         .needs = {fromFile}},
        [](auto& c) -> auto& { return c.data.labelFile; });
    field.set = [plain = field.set](ExperimentConfig& config, const nlohmann::json& value) -> Status {
        if (Status status = plain(config, value); !status)
            return status;
        if (!config.data.labelFile.empty())
            config.data.noiseType = NoiseType::File;
        return {};
    };
    return field;
}

} // namespace

std::vector<ConfigField> dataFields()
{
    const Need noise{"noise-type", namesBut(NoiseType::None)}, imbalance{"imbalance-type", namesBut(ImbalanceType::None)};
    const Need fromFile{"noise-type", {nameOf(NoiseType::File)}};
    Need artificial = noise; // a rate can be asked for
    std::erase(artificial.values, nameOf(NoiseType::File));
    std::vector<std::string> stored = namesOf(dataSetRows()); // all data sets but the synthetic one
    std::erase(stored, "synthetic");
    std::vector<std::string> own = namesOf(dataSetRows());
    std::erase_if(own, [](const std::string& name) { return !hasOwnLabels(name); });
    return {
        dataSetField(),
        text(
            {.key = "data-dir",
             .label = QT_TRANSLATE_NOOP("Settings", "Data folder"),
             .help = QT_TRANSLATE_NOOP("Settings",
                                       "Where the data set lies. Empty: where it was downloaded to, then where the system installs it."),
             .identity = false,
             .needs = {{"dataset", stored}}},
            [](auto& c) -> auto& { return c.data.dataDir; }),
        numeric(
            {.key = "image-size",
             .label = QT_TRANSLATE_NOOP("Settings", "Image size"),
             .help = QT_TRANSLATE_NOOP("Settings", "Side in pixels to which the folder's images are resized."),
             .range = {.low = 8, .high = 224},
             .needs = {{"dataset", {"folder"}}}},
            [](auto& c) -> auto& { return c.data.imageSize; }),
        flag(
            {.key = "exif-orientation",
             .label = QT_TRANSLATE_NOOP("Settings", "EXIF orientation"),
             .help =
                 QT_TRANSLATE_NOOP("Settings", "Cameras store many pictures turned and say so in EXIF data. torchvision reads them as they "
                                               "are stored, and so does this program unless it is told to turn them upright."),
             .choices = {{"false", QT_TRANSLATE_NOOP("Settings", "as stored")}, {"true", QT_TRANSLATE_NOOP("Settings", "turned upright")}},
             .needs = {{"dataset", {"folder"}}}},
            [](auto& c) -> auto& { return c.data.exifOrientation; }),
        flag(
            {.key = "skip-broken",
             .label = QT_TRANSLATE_NOOP("Settings", "Broken images"),
             .help =
                 QT_TRANSLATE_NOOP("Settings", "What becomes of image files in the folder that cannot be read: the set is refused with a "
                                               "list of them, or they are left out, as if they were not there."),
             .choices = {{"false", QT_TRANSLATE_NOOP("Settings", "refused")}, {"true", QT_TRANSLATE_NOOP("Settings", "left out")}},
             .identity = false, // the fingerprint covers which images there are
             .needs = {{"dataset", {"folder"}}}},
            [](auto& c) -> auto& { return c.data.skipBroken; }),
        // Before noise-type: settings are taken in this order, and in that of the alphabet, so that a noise-type given beside it counts.
        labelFileField(fromFile),
        text(
            {.key = "label-column",
             .label = QT_TRANSLATE_NOOP("Settings", "Column of labels"),
             .help = QT_TRANSLATE_NOOP(
                 "Settings", "Column of the observed labels in the file. Empty: the only one beside index, path and true labels."),
             .needs = {fromFile}},
            [](auto& c) -> auto& { return c.data.labelColumn; }),
        text(
            {.key = "true-label-column",
             .label = QT_TRANSLATE_NOOP("Settings", "Column of true labels"),
             .help = QT_TRANSLATE_NOOP(
                 "Settings",
                 "Column of the true labels in the file. Empty: true, if there is one. A benchmark's own labels must agree with it; of a "
                 "folder's images it says what is true, and meta and validation images have these labels."),
             .needs = {fromFile}},
            [](auto& c) -> auto& { return c.data.trueLabelColumn; }),
        text(
            {.key = "clean",
             .label = QT_TRANSLATE_NOOP("Settings", "Checked images"),
             .help = QT_TRANSLATE_NOOP(
                 "Settings",
                 "Which of the folder's labels have been checked: a file that lists the images (one path below the data folder in a line, "
                 "or a CSV with a column path and perhaps one of right labels), or all. Empty: those in a folder clean beside train, if "
                 "there is one. Meta and validation images are taken from them alone, and test images where there is no folder test."),
             .identity = false,
             .needs = {{"dataset", own}},
             .before = everyLabelIsRight},
            [](auto& c) -> auto& { return c.data.clean; }),
        text(
            {.key = "leave-out",
             .label = QT_TRANSLATE_NOOP("Settings", "Images left out"),
             .help = QT_TRANSLATE_NOOP(
                 "Settings",
                 "CSV file of training images that are not trained on: a column path (below the data folder) or index, and perhaps a "
                 "column "
                 "mark, of which only wrong counts. Meta, validation and test images stay what they are without it, so that a variant "
                 "with it can be compared."),
             .isFile = true},
            [](auto& c) -> auto& { return c.data.leaveOut; }),
        choice(
            {.key = "noise-type",
             .label = QT_TRANSLATE_NOOP("Settings", "Noise"),
             .help = QT_TRANSLATE_NOOP("Settings", "How a wrong label is chosen.")},
            [](auto& c) -> auto& { return c.data.noiseType; }),
        numeric(
            {.key = "noise-rate",
             .label = QT_TRANSLATE_NOOP("Settings", "Noise rate"),
             .help = QT_TRANSLATE_NOOP(
                 "Settings", "Chance that a label is drawn anew. Uniform noise may draw the same label again, so fewer are wrong."),
             .range = {.low = 0, .high = 1},
             .needs = {artificial}},
            [](auto& c) -> auto& { return c.data.noiseRate; }),
        choice(
            {.key = "imbalance-type",
             .label = QT_TRANSLATE_NOOP("Settings", "Imbalance"),
             .help = QT_TRANSLATE_NOOP("Settings", "How class sizes fall from the largest to the smallest.")},
            [](auto& c) -> auto& { return c.data.imbalanceType; }),
        numeric(
            {.key = "imbalance-factor",
             .aliases = {"imbalance-ratio"},
             .label = QT_TRANSLATE_NOOP("Settings", "Imbalance factor"),
             .help = QT_TRANSLATE_NOOP("Settings", "IF = n_max / n_min: the size of the largest class over that of the smallest."),
             .range = {.low = 1, .high = 1e9},
             .needs = {imbalance}},
            [](auto& c) -> auto& { return c.data.imbalanceFactor; }),
        choice(
            {.key = "order",
             .label = QT_TRANSLATE_NOOP("Settings", "Order"),
             .help = QT_TRANSLATE_NOOP("Settings",
                                       "Which labels are imbalanced: the true ones (imbalance first) or the observed ones (noise first)."),
             .needs = {noise, imbalance}},
            [](auto& c) -> auto& { return c.data.order; }),
        flag(
            {.key = "shuffle-classes",
             .label = QT_TRANSLATE_NOOP("Settings", "Class order"),
             .help = QT_TRANSLATE_NOOP("Settings", "Which classes are large: the first ones, or an order drawn from the seed."),
             .choices = {{"false", QT_TRANSLATE_NOOP("Settings", "as given")},
                         {"true", QT_TRANSLATE_NOOP("Settings", "drawn from the seed")}},
             .needs = {imbalance}},
            [](auto& c) -> auto& { return c.data.shuffleClasses; }),
        choice(
            {.key = "meta",
             .label = QT_TRANSLATE_NOOP("Settings", "Meta set"),
             .help = QT_TRANSLATE_NOOP("Settings", "How the images are chosen that teach MW-Net what a good weight is.")},
            [](auto& c) -> auto& { return c.data.metaSource; }),
        numeric(
            {.key = "meta-per-class",
             .label = QT_TRANSLATE_NOOP("Settings", "Meta set, per class"),
             .help = QT_TRANSLATE_NOOP("Settings",
                                       "Images per class that teach MW-Net what a good weight is. Drawn ones are taken out of the training "
                                       "set, pseudo ones stay in it."),
             .range = {.low = 1, .high = 1e6}},
            [](auto& c) -> auto& { return c.data.metaPerClass; }),
        flag(
            {.key = "train-on-meta",
             .label = QT_TRANSLATE_NOOP("Settings", "Train on the meta set"),
             .help = QT_TRANSLATE_NOOP(
                 "Settings",
                 "The meta images join the training set with their original labels: a control for using them as plain training data."),
             .needs = {{"meta", {nameOf(MetaSource::Drawn)}}}},
            [](auto& c) -> auto& { return c.data.trainOnMeta; }),
        numeric(
            {.key = "val-per-class",
             .label = QT_TRANSLATE_NOOP("Settings", "Validation, per class"),
             .help = QT_TRANSLATE_NOOP(
                 "Settings", "Images per class by which the search judges an architecture. They are taken out of the training set."),
             .range = {.low = 1, .high = 1e6}},
            [](auto& c) -> auto& { return c.data.valPerClass; }),
        numeric(
            {.key = "seed",
             .label = QT_TRANSLATE_NOOP("Settings", "Seed"),
             .help = QT_TRANSLATE_NOOP(
                 "Settings", "Seed of the splits, the class order and the noise. The same seed gives the same labels on any machine."),
             .range = {.low = 0, .high = largestInteger}},
            [](auto& c) -> auto& { return c.data.seed; }),
        numeric(
            {.key = "train-limit",
             .label = QT_TRANSLATE_NOOP("Settings", "Train limit"),
             .help =
                 QT_TRANSLATE_NOOP("Settings", "At most this many images before imbalance, the same number of each class. 0: all of them."),
             .range = {.low = 0, .high = 1e9}},
            [](auto& c) -> auto& { return c.data.trainLimit; }),
    };
}

} // namespace reweigh
