// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/trials/TrialDetails.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace reweigh {

/// Labels at the left, what they say at the right. Rows are kept from one trial to the next: nothing flickers.
class FactList : public QWidget {
    Q_OBJECT
public:
    explicit FactList(QWidget* parent = nullptr);

    void setFacts(const std::vector<TrialDetails::Fact>& facts);
    void retheme();

private:
    struct Row {
        QLabel *label, *text;
    };

    QGridLayout* m_grid;
    std::vector<Row> m_rows;
};

} // namespace reweigh
