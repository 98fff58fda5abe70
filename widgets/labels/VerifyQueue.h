// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/readers/DataSource.h"
#include "widgets/labels/LabelMarks.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace reweigh {

/// How many of the checked images of a class become test images where the data set has no folder of them: a fifth (rounded down, at least one
/// of two).
int testImagesOfChecked(int checked);

/// How many checked images a class needs so that `held` of them, its meta and validation images, can be drawn. `testsToo`: the data set has
/// no folder of test images, so that testImagesOfChecked() are taken first.
int checkedImagesNeeded(int held, bool testsToo);

/// How far a class has been checked.
struct ClassProgress {
    int right = 0;  ///< images whose labels a person has found right
    int looked = 0; ///< images that were marked, in whatever way, or were checked before
    int images = 0; ///< that can be checked

    friend bool operator==(const ClassProgress&, const ClassProgress&) = default;
};

/// The images of a data set of the user's own in the order in which they are offered to be checked: at random within a class, ten of one
/// class and then ten of the next, so that a person looks for one thing at a time and all classes grow alike. Test images that were split off
/// the training images are among them; those of a folder of their own are not.
class VerifyQueue {
public:
    /// The order depends on the images and `seed` alone.
    VerifyQueue(std::shared_ptr<const DataSource> source, std::uint64_t seed);

    const std::shared_ptr<const DataSource>& source() const { return m_source; }
    std::size_t size() const { return m_images.size(); }
    int classes() const { return m_source->classes(); }

    const std::string& path(std::size_t image) const; ///< below the data folder; the image's name in marks
    int label(std::size_t image) const { return m_images[image].label; }
    const std::string& className(std::size_t image) const { return m_source->classNames[std::size_t(label(image))]; }
    /// The image set and the place in it.
    const ImageSet& set(std::size_t image) const { return m_images[image].test ? m_source->test : m_source->train; }
    std::size_t place(std::size_t image) const { return m_images[image].place; }

    /// Whether a person has found the label right: by a mark, or, where there is none, by a list or a folder of checked images.
    bool isRight(std::size_t image, const LabelMarks& marks) const;
    std::vector<ClassProgress> progress(const LabelMarks& marks) const; ///< one per class
    /// The first image in the order that nobody has looked at. `ofClass`: of this class; else of a class that has less than `needed` right
    /// ones. None: there is no such image.
    std::optional<std::size_t> next(const LabelMarks& marks, int needed, std::optional<int> ofClass) const;
    /// The list of checked images: a CSV of the columns path and label, which `--clean` takes; in the order of their names.
    std::string checkedList(const LabelMarks& marks) const;

private:
    struct Offered {
        std::uint32_t place = 0;
        std::uint16_t label = 0;
        bool test = false;
        bool checked = false; ///< before anything was marked
    };
    bool isLookedAt(std::size_t image, const LabelMarks& marks) const;

    std::shared_ptr<const DataSource> m_source;
    std::vector<Offered> m_images; ///< in the order in which they are offered
};

/// How long a person takes for an image: the median of the last marks. Pauses do not count.
class MarkingPace {
public:
    void add(double seconds);
    /// Seconds per image; none before five were marked.
    std::optional<double> seconds() const;

    static constexpr double longest = 30.0; ///< seconds; what took longer was a pause
    static constexpr std::size_t fewest = 5, most = 30;

private:
    std::vector<double> m_last;
};

} // namespace reweigh
