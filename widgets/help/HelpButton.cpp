// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/help/HelpButton.h"

#include "widgets/help/HelpStyle.h"
#include "widgets/help/HelpWindow.h"
#include "widgets/text/HelpText.h"
#include "widgets/theme/Theme.h"

#include <QScreen>
#include <QTextBrowser>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace reweigh {
namespace {

constexpr auto wholeHelp = "whole-help"; ///< the link that opens the help's window

} // namespace

HelpButton::HelpButton(const QString& anchor, QWidget* parent)
    : QToolButton(parent)
{
    setObjectName(QStringLiteral("help-") + anchor);
    setText(QStringLiteral("?"));
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus);
    setAnchor(anchor);
    connect(&Theme::instance(), &Theme::changed, this, &HelpButton::retheme);
    connect(this, &QToolButton::clicked, this, &HelpButton::explain);
    retheme();
}

void HelpButton::setAnchor(const QString& anchor)
{
    if (anchor == m_anchor)
        return;
    m_anchor = anchor;
    const HelpTopic* topic = helpTopic(anchor);
    setAccessibleName(tr("Explain: %1").arg(topic ? topic->title : anchor));
    setToolTip(accessibleName());
}

void HelpButton::retheme()
{
    const Theme& theme = Theme::instance();
    setFont(theme.bodyFont());
    const int side = std::max(theme.grid(2), fontMetrics().height());
    setFixedSize(side, side); // no higher than the line of text that it belongs to
    setInk(*this, Role::Dim);
}

void HelpButton::explain()
{
    auto* popup = new HelpPopup(*this);
    popup->explain(m_anchor, mapToGlobal(QPoint(0, height())));
}

HelpPopup::HelpPopup(QWidget& owner)
    : QFrame(&owner, Qt::Popup)
    , m_owner(owner)
    , m_text(new QTextBrowser(this))
{
    setObjectName(QStringLiteral("helpPopup"));
    setAttribute(Qt::WA_DeleteOnClose);
    setFrameShape(QFrame::StyledPanel);
    m_text->setObjectName(QStringLiteral("helpPopupText"));
    m_text->setAccessibleName(tr("Explanation"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenLinks(false);
    connect(m_text, &QTextBrowser::anchorClicked, this, &HelpPopup::follow);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_text);
    setFocusProxy(m_text);
}

void HelpPopup::explain(const QString& anchor, const QPoint& at)
{
    m_at = at;
    m_anchor = anchor;
    const HelpTopic* topic = helpTopic(anchor);
    styleHelp(*m_text);
    m_text->setHtml(QStringLiteral("<h2>%1</h2>%2<p><a href=\"%3\">%4</a></p>")
                        .arg(topic ? topic->title.toHtmlEscaped() : anchor, topic ? topic->html : QString(), QString::fromLatin1(wholeHelp),
                             tr("Open in the help").toHtmlEscaped()));
    m_text->setAccessibleDescription(m_text->toPlainText());
    const Theme& theme = Theme::instance();
    const int width = theme.grid(50), inside = width - 2 * theme.grid();
    const QSize wanted(width, std::min(theme.grid(50), helpHeight(*m_text, inside) + theme.grid()));
    const QRect screen = m_owner.screen()->availableGeometry();
    resize(wanted.boundedTo(screen.size()));
    move(std::max(screen.left(), std::min(m_at.x(), screen.right() - this->width())),
         std::max(screen.top(), std::min(m_at.y(), screen.bottom() - height())));
    show();
    m_text->setFocus(Qt::PopupFocusReason);
}

void HelpPopup::follow(const QUrl& link)
{
    const QString anchor = link.fragment();
    if (helpTopic(anchor)) {
        explain(anchor, m_at);
        return;
    }
    close(); // deletes this later
    HelpWindow& window = HelpWindow::of(m_owner);
    const QString page = link.fileName().section(QLatin1Char('.'), 0, 0);
    if (link.toString() == QLatin1String(wholeHelp))
        window.openTopic(m_anchor);
    else
        window.openPage(page);
}

} // namespace reweigh
