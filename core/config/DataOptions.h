// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>

namespace reweigh {

/// How a label is replaced. There are K classes and the noise rate is p; C(i, j) is the probability that a sample of true class i
/// gets the observed label j. Only `File` has neither p nor a C that is known beforehand.
enum class NoiseType {
    None,         ///< C = I
    Uniform,      ///< C = p/K 11' + (1-p) I; the label may stay, so the actual rate is p(K-1)/K
    Symmetric,    ///< p spread over the other K-1 classes
    Flip,         ///< p to one other class, chosen by seed
    Flip2,        ///< p/2 to each of two other classes, chosen by seed
    PairMap,      ///< CIFAR-10: truck to automobile, bird to airplane, deer to horse, cat and dog swapped (Patrini et al. 2017)
    Hierarchical, ///< p over the other classes of the same superclass (CIFAR-100)
    Prior,        ///< p to the other classes j in proportion to their sizes, as in RoLT (Wei et al. 2021)
    File,         ///< the observed labels stand in a file (core/data/readers/LabelFile.h); C is what they turn out to be
};

enum class ImbalanceType {
    None,
    Exponential, ///< n_c = floor(n_max IF^(-c/(K-1)))
    Step,        ///< the later half of the classes at floor(n_max/IF)
};

/// Which labels carry the imbalance.
enum class ShiftOrder {
    ImbalanceThenNoise, ///< imbalance on the original labels of the images, as in TABASCO (Lu et al. 2023) and RoLT; the default
    NoiseThenImbalance, ///< imbalance on observed labels, as in HAR (Cao et al. 2021)
};

/// Where the images that teach a weighting come from.
enum class MetaSource {
    Drawn,  ///< drawn from the images whose labels count as right, and taken out of the training set
    Pseudo, ///< chosen by each training itself, by loss, and left in the training set (core/engine/training/PseudoMeta.h)
};

/// The value of DataOptions::clean that says of every label that it is right.
inline constexpr const char* everyLabelIsRight = "all";

/// The user's choices about the data: which set, and how it is made noisy and imbalanced.
struct DataOptions {
    std::string dataset = "fashion-mnist"; ///< fashion-mnist, mnist, cifar10, cifar100, folder, synthetic
    std::string dataDir;                   ///< empty: where it was downloaded to, then where the system installs it
    int imageSize = 32;                    ///< side in pixels to which `folder` images are resized, 8..224
    bool exifOrientation = false;          ///< `folder` images are turned and mirrored as their EXIF data say; else as they are stored
    bool skipBroken = false;               ///< `folder` images that cannot be read are left out; else they are an error
    NoiseType noiseType = NoiseType::Uniform;
    double noiseRate = 0.4;      ///< p in [0, 1]
    std::string labelFile;       ///< CSV file of labels, for NoiseType::File
    std::string labelColumn;     ///< its column of observed labels; empty: the only one that can be meant
    std::string trueLabelColumn; ///< its column of true labels; empty: "true", if there is one
    std::string clean;           ///< images of a set of the user's own whose labels have been checked: a file that lists them, or "all";
                                 ///< empty: those of the folder clean/, if there is one (core/data/readers/CleanSet.h)
    std::string leaveOut;        ///< CSV file of training images that are not trained on (core/data/readers/LeaveOutList.h); empty: none
    ImbalanceType imbalanceType = ImbalanceType::Exponential;
    double imbalanceFactor = 50.0; ///< n_max/n_min >= 1
    ShiftOrder order = ShiftOrder::ImbalanceThenNoise;
    bool shuffleClasses = false; ///< which classes are large and small is drawn from the seed
    MetaSource metaSource = MetaSource::Drawn;
    int metaPerClass = 10;    ///< meta images per class: with their true labels if they are drawn, else with the observed ones
    bool trainOnMeta = false; ///< the meta images are added to the training set, with their true labels
    int valPerClass = 50;     ///< validation images per class, with their true labels
    std::uint64_t seed = 0;   ///< seed of splits, class order and noise
    int trainLimit = 0;       ///< at most this many images before imbalance, balanced over classes; 0: all

    friend bool operator==(const DataOptions&, const DataOptions&) = default;
};

} // namespace reweigh
