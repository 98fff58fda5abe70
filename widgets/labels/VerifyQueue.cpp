// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/labels/VerifyQueue.h"

#include "core/base/Csv.h"
#include "core/data/recipe/ClassDraw.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace reweigh {
namespace {

constexpr std::size_t imagesInARow = 10; // of one class

} // namespace

int testImagesOfChecked(int checked)
{
    return checked < 2 ? 0 : std::max(1, checked / 5);
}

int checkedImagesNeeded(int held, bool testsToo)
{
    int needed = held;
    while (testsToo && needed - testImagesOfChecked(needed) < held)
        ++needed;
    return needed;
}

VerifyQueue::VerifyQueue(std::shared_ptr<const DataSource> source, std::uint64_t seed)
    : m_source(std::move(source))
{
    std::vector<Offered> all;
    for (std::size_t i = 0; i < m_source->train.size(); ++i)
        all.push_back(
            {std::uint32_t(i), m_source->train.labels[i], false, std::ranges::binary_search(m_source->checked, std::uint32_t(i))});
    for (std::size_t i = 0; m_source->testSplitOff && i < m_source->test.size(); ++i)
        all.push_back({std::uint32_t(i), m_source->test.labels[i], true, m_source->testChecked});
    // By name first: which images are split off for tests must not change the order.
    std::ranges::sort(all, {}, [this](const Offered& image) -> const std::string& {
        return (image.test ? m_source->test : m_source->train).files[image.place];
    });
    std::vector<std::uint16_t> labels;
    for (const Offered& image : all)
        labels.push_back(image.label);
    std::vector<std::uint32_t> pool(all.size());
    std::iota(pool.begin(), pool.end(), 0u);
    const ImagesByClass drawn = drawByClass(pool, labels, classes(), seed, "verify");
    for (std::size_t begin = 0; m_images.size() < all.size(); begin += imagesInARow)
        for (const std::vector<std::uint32_t>& ofClass : drawn)
            for (std::size_t i = begin; i < std::min(begin + imagesInARow, ofClass.size()); ++i)
                m_images.push_back(all[ofClass[i]]);
}

const std::string& VerifyQueue::path(std::size_t image) const
{
    return set(image).files[place(image)];
}

bool VerifyQueue::isRight(std::size_t image, const LabelMarks& marks) const
{
    const std::optional<LabelVerdict> verdict = marks.verdict(path(image), className(image));
    return verdict ? *verdict == LabelVerdict::Right : m_images[image].checked;
}

bool VerifyQueue::isLookedAt(std::size_t image, const LabelMarks& marks) const
{
    return m_images[image].checked || marks.verdict(path(image), className(image));
}

std::vector<ClassProgress> VerifyQueue::progress(const LabelMarks& marks) const
{
    std::vector<ClassProgress> progress(m_source->classNames.size());
    for (std::size_t i = 0; i < size(); ++i) {
        ClassProgress& at = progress[m_images[i].label];
        ++at.images;
        at.right += isRight(i, marks);
        at.looked += isLookedAt(i, marks);
    }
    return progress;
}

std::optional<std::size_t> VerifyQueue::next(const LabelMarks& marks, int needed, std::optional<int> ofClass) const
{
    const std::vector<ClassProgress> done = ofClass ? std::vector<ClassProgress>() : progress(marks);
    for (std::size_t i = 0; i < size(); ++i) {
        const bool wanted = ofClass ? label(i) == *ofClass : done[m_images[i].label].right < needed;
        if (wanted && !isLookedAt(i, marks))
            return i;
    }
    return std::nullopt;
}

std::string VerifyQueue::checkedList(const LabelMarks& marks) const
{
    std::map<std::string, std::string> labels;
    for (std::size_t i = 0; i < size(); ++i)
        if (isRight(i, marks))
            labels[path(i)] = className(i);
    std::string text = "path,label\n";
    for (const auto& [path, label] : labels)
        text += csvField(path) + ',' + csvField(label) + '\n';
    return text;
}

void MarkingPace::add(double seconds)
{
    if (seconds > longest)
        return;
    m_last.push_back(seconds);
    if (m_last.size() > most)
        m_last.erase(m_last.begin());
}

std::optional<double> MarkingPace::seconds() const
{
    if (m_last.size() < fewest)
        return std::nullopt;
    std::vector<double> sorted = m_last;
    std::ranges::sort(sorted);
    const std::size_t half = sorted.size() / 2;
    return sorted.size() % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2.0;
}

} // namespace reweigh
