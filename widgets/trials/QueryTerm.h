// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/trials/QueryFields.h"

#include <cmath>
#include <optional>

namespace reweigh {

class TrialTableModel;

/// One of the values between commas behind a field's name.
struct QueryValue {
    QString written;                         ///< without quotation marks
    bool any = false;                        ///< "*": the trial has some value
    double low = -INFINITY, high = INFINITY; ///< of numbers: the range that is meant, both ends within it
    std::optional<double> number;            ///< the number itself; none of a range with two ends
    std::vector<int> widths;                 ///< of Layers: the nodes of each layer, if these are meant
    QStringList parts;                       ///< of Input
};

/// What one term of the filter line asks of a trial: a word, or the value of a field.
struct QueryTerm {
    enum Compare { Has, Equal, Less, AtMost, Greater, AtLeast };

    int from = 0, length = 0; ///< where it is written
    bool negated = false;
    std::optional<QueryField> field; ///< none: a word that the trial's row contains
    Compare compare = Has;           ///< of numbers, Has is Equal
    std::vector<QueryValue> values;  ///< not empty; the trial has one of them

    bool accepts(const TrialTableModel& trials, int row) const;
};

/// Reads the number `written` for `field` into `value`: "0.45", "3..9" (as "9..3"), "..9", and times such as "2m" and "1:30". A number with
/// decimals means all that are rounded to it: 0.45 is 0.445 to 0.455, 2m is 1.5 to 2.5 minutes. False if it is no number.
bool readNumber(QueryValue& value, const QueryField& field);

} // namespace reweigh
