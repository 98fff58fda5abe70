// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <limits>
#include <map>
#include <string>
#include <vector>

namespace reweigh {

/// The numbers that a setting accepts; for a list, the numbers that its entries may be and how many entries it may have.
struct Range {
    static constexpr double unbounded = std::numeric_limits<double>::infinity();

    double low = -unbounded;
    double high = unbounded;
    bool openLow = false;   ///< `low` itself is not in the range
    bool whole = false;     ///< whole numbers only
    std::size_t fewest = 0; ///< smallest number of entries of a list
    std::size_t most = 0;   ///< largest number of entries; 0: a single value, no list

    /// Whether `value` is in the range. NaN and infinities never are.
    bool contains(double value) const;

    friend bool operator==(const Range&, const Range&) = default;
};

/// The range as text: "0..1", "at least 1", "above 0, at most 1", "0 to 64 whole numbers in 1..65536"; empty if it has no bounds.
std::string rangeText(const Range& range);

} // namespace reweigh

/// Marks a sentence of core for translation: Qt's lupdate finds the macro by its name, and the code that shows the sentence
/// translates it. The definition is the same as Qt's, so that folders without Qt can mark their sentences too.
#ifndef QT_TRANSLATE_NOOP
#define QT_TRANSLATE_NOOP(scope, x) x
#endif

namespace reweigh {

/// The translation context of the titles, labels and help texts in core's tables. Code that shows them calls
/// translate(tableContext, words).
inline constexpr const char* tableContext = "Settings";

/// One option that is chosen by name: a noise type, a classifier, a sampler. Titles and help texts are marked for translation
/// unless they are the same in every language (a data set's name).
struct Choice {
    std::string name;       ///< as flags and files write it: "pair-map"
    const char* title = ""; ///< as a reader sees it: "similar pairs (CIFAR-10)"
    const char* help = "";  ///< one sentence, or empty if the title says enough
};

/// A number that only some choices of a setting use, for example the percentile of the percentile pruner. It becomes a setting
/// like any other, called `key`.
struct OwnSetting {
    std::string key;
    const char* label = "";
    const char* help = "";
    Range range;
    double usual = 0.0; ///< the default
};

/// Values of own settings, by key.
using OwnValues = std::map<std::string, double>;

/// A value for each of `settings`: the one in `given`, or the default. Keys of `given` that are not in `settings` are left out.
inline OwnValues completeValues(const std::vector<OwnSetting>& settings, const OwnValues& given)
{
    OwnValues values;
    for (const OwnSetting& setting : settings) {
        const auto found = given.find(setting.key);
        values[setting.key] = found == given.end() ? setting.usual : found->second;
    }
    return values;
}

/// The names of a table's rows, in order; a row has a member `name`.
template <typename Rows> std::vector<std::string> namesOf(const Rows& rows)
{
    std::vector<std::string> names;
    for (const auto& row : rows)
        names.emplace_back(row.name);
    return names;
}

} // namespace reweigh
