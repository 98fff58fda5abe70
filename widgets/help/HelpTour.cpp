// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/help/HelpTour.h"

#include "widgets/help/HelpStyle.h"
#include "widgets/help/HelpWindow.h"
#include "widgets/text/HelpText.h"
#include "widgets/theme/Theme.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QShortcut>
#include <QTextBrowser>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

namespace reweigh {

HelpOutline::HelpOutline(QWidget& around)
    : QWidget(&around)
{
    setObjectName(QStringLiteral("helpOutline"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setGeometry(around.rect());
    around.installEventFilter(this);
    connect(&Theme::instance(), &Theme::changed, this, qOverload<>(&QWidget::update));
    show();
    raise();
}

void HelpOutline::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double width = theme.grid(0.375), radius = theme.grid(0.5);
    painter.setPen(QPen(theme.colour(Role::Selection), width));
    painter.drawRoundedRect(QRectF(rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2), radius, radius);
}

bool HelpOutline::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::Resize && watched == parent())
        setGeometry(parentWidget()->rect());
    return QWidget::eventFilter(watched, event);
}

HelpTour::HelpTour(QWidget& window, QAction* demo)
    : QFrame(&window)
    , m_window(window)
    , m_title(new QLabel(this))
    , m_text(new QTextBrowser(this))
    , m_demo(new QPushButton(this))
    , m_back(new QPushButton(tr("Back"), this))
    , m_next(new QPushButton(this))
{
    setObjectName(QStringLiteral("helpTour"));
    setAccessibleName(tr("Tour in five steps"));
    setFrameShape(QFrame::StyledPanel);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_title->setObjectName(QStringLiteral("tourTitle"));
    m_title->setWordWrap(true);
    m_text->setObjectName(QStringLiteral("tourText"));
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenLinks(false);
    connect(m_text, &QTextBrowser::anchorClicked, this, [this](const QUrl& link) { HelpWindow::of(m_window).openTopic(link.fragment()); });
    m_demo->setObjectName(QStringLiteral("tourDemo"));
    m_back->setObjectName(QStringLiteral("tourBack"));
    m_next->setObjectName(QStringLiteral("tourNext"));
    auto* leave = new QPushButton(tr("Leave the tour"), this);
    leave->setObjectName(QStringLiteral("tourLeave"));
    connect(m_back, &QPushButton::clicked, this, [this] { go(m_step - 1); });
    connect(m_next, &QPushButton::clicked, this, [this] { m_step + 1 < steps ? go(m_step + 1) : deleteLater(); });
    connect(leave, &QPushButton::clicked, this, &QObject::deleteLater);
    connect(new QShortcut(QKeySequence(Qt::Key_Escape), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut), &QShortcut::activated,
            this, &QObject::deleteLater);
    for (QPushButton* button : {leave, m_demo, m_back, m_next})
        button->setAutoDefault(true); // Enter presses it, as in a dialog
    const auto follow = [this, demo] {
        m_demo->setText(demo->text());
        m_demo->setEnabled(demo->isEnabled());
    };
    follow();
    connect(demo, &QAction::changed, m_demo, follow);
    connect(m_demo, &QPushButton::clicked, demo, &QAction::trigger);
    connect(&Theme::instance(), &Theme::changed, this, &HelpTour::retheme);

    const Theme& theme = Theme::instance();
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(leave);
    buttons->addStretch();
    buttons->addWidget(m_back);
    buttons->addWidget(m_next);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(theme.panelMargin(), theme.panelMargin(), theme.panelMargin(), theme.panelMargin());
    column->addWidget(m_title);
    column->addWidget(m_text, 1);
    column->addWidget(m_demo, 0, Qt::AlignLeft);
    column->addLayout(buttons);
    window.installEventFilter(this);
}

void HelpTour::go(int step)
{
    m_step = std::clamp(step, 0, steps - 1);
    delete m_outline.data();
    m_back->setEnabled(m_step > 0);
    m_next->setText(m_step + 1 < steps ? tr("Next") : tr("Done"));
    m_demo->setVisible(m_step == 0);
    retheme();
    Q_EMIT stepShown(m_step);
    place();
    show();
    raise();
    m_next->setFocus(Qt::OtherFocusReason);
}

void HelpTour::pointAt(QWidget& view)
{
    delete m_outline.data();
    m_outline = new HelpOutline(view);
    connect(this, &QObject::destroyed, m_outline.data(), &QObject::deleteLater);
}

bool HelpTour::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == &m_window && event->type() == QEvent::Resize)
        place();
    return QFrame::eventFilter(watched, event);
}

void HelpTour::place()
{
    const Theme& theme = Theme::instance();
    const int margin = theme.grid(4), width = std::min(theme.grid(52), m_window.width() - 2 * margin);
    const int others = sizeHint().height() - m_text->sizeHint().height();
    const int height = std::min(m_window.height() - 2 * margin,
                                others + helpHeight(*m_text, width - 2 * theme.panelMargin() - theme.grid()) + theme.grid());
    setGeometry(m_window.width() - width - margin, m_window.height() - height - margin, width, height);
}

void HelpTour::retheme()
{
    const HelpTopic* topic = helpTopic(QStringLiteral("tour-%1").arg(m_step + 1));
    m_title->setFont(Theme::instance().titleFont());
    m_title->setText(tr("%1 of %2: %3", "step of the tour: number, number of steps, title")
                         .arg(m_step + 1)
                         .arg(steps)
                         .arg(topic ? topic->title : QString()));
    styleHelp(*m_text);
    m_text->setHtml(topic ? topic->html : QString());
    m_text->setAccessibleName(m_text->toPlainText());
}

} // namespace reweigh
