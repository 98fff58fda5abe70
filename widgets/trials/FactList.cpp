// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/trials/FactList.h"

#include "widgets/theme/Theme.h"

#include <QGridLayout>
#include <QLabel>

namespace reweigh {

FactList::FactList(QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setColumnStretch(1, 1);
    m_grid->setHorizontalSpacing(Theme::instance().grid(2));
    m_grid->setVerticalSpacing(Theme::instance().grid(1));
}

void FactList::setFacts(const std::vector<TrialDetails::Fact>& facts)
{
    while (m_rows.size() < facts.size()) {
        const int at = int(m_rows.size());
        const Row row{new QLabel(this), new QLabel(this)};
        row.text->setWordWrap(true);
        row.text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_grid->addWidget(row.label, at, 0, Qt::AlignLeft | Qt::AlignTop);
        m_grid->addWidget(row.text, at, 1);
        m_rows.push_back(row);
    }
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        const bool used = i < facts.size();
        m_rows[i].label->setVisible(used);
        m_rows[i].text->setVisible(used);
        if (!used)
            continue;
        m_rows[i].label->setText(facts[i].label);
        m_rows[i].text->setText(facts[i].text);
        m_rows[i].text->setObjectName(QStringLiteral("fact-%1").arg(facts[i].key));
        m_rows[i].text->setAccessibleName(facts[i].label);
    }
    retheme();
}

void FactList::retheme()
{
    QPalette dim = palette();
    dim.setColor(QPalette::WindowText, Theme::instance().colour(Role::Dim));
    for (const Row& row : m_rows)
        row.label->setPalette(dim);
}

} // namespace reweigh
