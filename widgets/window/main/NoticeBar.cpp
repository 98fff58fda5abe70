// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/main/NoticeBar.h"

#include "widgets/panel/ElidedLabel.h"
#include "widgets/theme/Theme.h"

#include <QPushButton>

#include <utility>

namespace reweigh {

NoticeBar::NoticeBar(QWidget* parent)
    : QToolBar(tr("Notices"), parent)
    , m_text(new ElidedLabel(this))
    , m_lead(new QPushButton(this))
{
    setObjectName(QStringLiteral("noticeBar"));
    setMovable(false);
    toggleViewAction()->setVisible(false);
    m_text->setObjectName(QStringLiteral("noticeText"));
    m_text->setContentsMargins(Theme::instance().grid(), 0, Theme::instance().grid(2), 0);
    m_lead->setObjectName(QStringLiteral("noticeLead"));
    auto* leave = new QPushButton(tr("Close"), this);
    leave->setObjectName(QStringLiteral("noticeClose"));
    leave->setAccessibleName(tr("Close the notice"));
    for (QPushButton* button : {m_lead, leave})
        button->setAutoDefault(true); // Enter presses it, as in a dialog
    addWidget(m_text);
    addWidget(m_lead);
    addWidget(leave);
    connect(m_lead, &QPushButton::clicked, this, [this] {
        const std::function<void()> lead = m_leads;
        withdraw(m_said);
        if (lead)
            lead();
    });
    connect(leave, &QPushButton::clicked, this, [this] { withdraw(m_said); });
    hide();
}

int NoticeBar::say(const QString& text, const QString& button, std::function<void()> lead)
{
    m_text->say(text);
    m_lead->setText(button);
    m_leads = std::move(lead);
    follow();
    return ++m_said;
}

void NoticeBar::follow()
{
    setVisible(bool(m_leads));
}

void NoticeBar::withdraw(int notice)
{
    if (notice != m_said)
        return;
    m_leads = {};
    follow();
}

} // namespace reweigh
