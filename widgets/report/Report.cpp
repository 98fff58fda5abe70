// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/report/Report.h"

namespace reweigh {

std::size_t figuresAbreast(const std::vector<ReportBlock>& blocks, std::size_t first, double width)
{
    std::size_t count = 0;
    double sum = 0.0;
    for (std::size_t i = first; i < blocks.size(); ++i) {
        const auto* figure = std::get_if<ReportFigure>(&blocks[i]);
        if (!figure)
            break;
        sum += figure->points.width();
        if (count > 0 && sum > width)
            break;
        ++count;
    }
    return count;
}

} // namespace reweigh
