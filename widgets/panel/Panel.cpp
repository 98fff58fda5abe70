// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/panel/Panel.h"

#include "widgets/help/HelpButton.h"
#include "widgets/panel/ElidedLabel.h"
#include "widgets/panel/Veil.h"
#include "widgets/text/ErrorText.h"
#include "widgets/text/HelpText.h"
#include "widgets/theme/Theme.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPainter>
#include <QPainterPath>
#include <QStackedLayout>
#include <QStyleOptionToolButton>
#include <QStylePainter>
#include <QTimer>
#include <QToolButton>
#include <QVBoxLayout>

namespace reweigh {
namespace {

/// A button with a menu, without the arrow that says so. (A style sheet that hides the arrow would keep the palette of its time, and the
/// button's text would vanish when the scheme changes.)
class DotsButton : public QToolButton {
public:
    using QToolButton::QToolButton;

protected:
    void paintEvent(QPaintEvent*) override
    {
        QStylePainter painter(this);
        QStyleOptionToolButton option;
        initStyleOption(&option);
        option.features &= ~QStyleOptionToolButton::HasMenu;
        painter.drawComplexControl(QStyle::CC_ToolButton, option);
    }
};

} // namespace

Panel::Panel(const QString& id, const QString& title, Workbench& bench, QWidget* parent)
    : QWidget(parent)
    , m_bench(bench)
    , m_titleRow(new QHBoxLayout)
    , m_title(new QLabel(title, this))
    , m_scope(new ElidedLabel(this))
    , m_heldOut(new ElidedLabel(this))
    , m_menu(new QMenu(this))
    , m_menuButton(new DotsButton(this))
    , m_stack(new QStackedLayout)
    , m_empty(new QWidget(this))
    , m_emptyText(new QLabel(m_empty))
    , m_emptyAction(new QToolButton(m_empty))
    , m_veil(new Veil(this))
{
    setObjectName(id);
    setAccessibleName(title);
    setFocusPolicy(Qt::ClickFocus); // F1 explains the view that was clicked, whatever of it was
    m_title->setObjectName(QStringLiteral("panelTitle"));
    m_scope->setObjectName(QStringLiteral("panelScope"));
    m_scope->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_scope->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // a long scope never widens the dock
    m_heldOut->setObjectName(QStringLiteral("panelHeldOut"));
    m_heldOut->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_heldOut->hide(); // until there is something to say
    m_menuButton->setObjectName(QStringLiteral("panelMenu"));
    m_menuButton->setText(QStringLiteral("⋯"));
    m_menuButton->setAutoRaise(true);
    m_menuButton->setPopupMode(QToolButton::InstantPopup);
    m_menuButton->setMenu(m_menu);
    m_menuButton->setAccessibleName(tr("Options of %1").arg(title));
    m_menuButton->setToolTip(m_menuButton->accessibleName());
    m_menuButton->hide(); // until the menu has an entry

    m_emptyText->setWordWrap(true);
    m_emptyText->setAlignment(Qt::AlignCenter);
    m_emptyText->setObjectName(QStringLiteral("panelEmpty"));
    m_emptyAction->setObjectName(QStringLiteral("panelEmptyAction"));
    m_emptyAction->setToolButtonStyle(Qt::ToolButtonTextBesideIcon); // an icon alone says nothing beside no picture
    auto* empty = new QVBoxLayout(m_empty);
    empty->addStretch();
    empty->addWidget(m_emptyText);
    empty->addWidget(m_emptyAction, 0, Qt::AlignHCenter);
    empty->addStretch();
    m_stack->addWidget(m_empty);

    m_titleRow->setSpacing(Theme::instance().grid());
    m_titleRow->addWidget(m_title);
    m_titleRow->addWidget(m_scope, 1);
    m_titleRow->addWidget(m_menuButton);
    auto* column = new QVBoxLayout(this);
    const int margin = Theme::instance().panelMargin();
    column->setContentsMargins(margin, Theme::instance().grid(), margin, margin);
    column->setSpacing(Theme::instance().grid());
    column->addLayout(m_titleRow);
    column->addWidget(m_heldOut);
    column->addLayout(m_stack, 1);

    connect(&Theme::instance(), &Theme::changed, this, &Panel::applyTheme);
    connect(&m_bench, &Workbench::currentChanged, this, [this] { turnTo(m_bench.current()); });
    // Deferred until the most derived constructor has run, because attach() and refresh() of that class are called.
    QTimer::singleShot(0, this, [this] {
        applyTheme();
        if (helpTopic(this->id()))
            m_titleRow->insertWidget(1, new HelpButton(this->id(), this)); // beside the title
        if (hasFigure()) {
            QAction* action = m_menu->addAction(tr("Export this view…"));
            connect(action, &QAction::triggered, this, [this] { Q_EMIT exportWanted(this); });
        }
        m_menuButton->setVisible(!m_menu->isEmpty());
        turnTo(m_bench.current());
    });
}

QString Panel::title() const
{
    return m_title->text();
}

QString Panel::scope() const
{
    return m_scope->toolTip();
}

void Panel::setTitle(const QString& title)
{
    if (title == m_title->text())
        return;
    m_title->setText(title);
    setAccessibleName(title);
    Q_EMIT titleChanged();
}

void Panel::setScope(const QString& scope, const QString& brief)
{
    m_scope->setText(brief.isEmpty() ? scope : brief);
    m_scope->setToolTip(scope);
}

void Panel::addTitleWidget(QWidget* widget)
{
    m_titleRow->insertWidget(m_titleRow->count() - 1, widget);
}

void Panel::setBody(QWidget* body)
{
    m_body = body;
    m_stack->addWidget(body);
    m_stack->setCurrentWidget(body);
}

void Panel::showEmpty(const QString& what, QAction* action)
{
    const bool cannotRun = action && action == m_bench.action(QStringLiteral("run")) && study().isOthers();
    if (cannotRun)
        action = nullptr;
    m_emptyText->setText(cannotRun ? tr("%1 Another program made this study: it can be looked at, not run.").arg(what) : what);
    m_emptyAction->setVisible(action);
    if (action)
        m_emptyAction->setDefaultAction(action);
    setScope({});
    m_veil->hide();
    m_hasShown = false;
    m_stack->setCurrentWidget(m_empty);
    sayHeldOut();
}

void Panel::showBody()
{
    if (!m_body)
        return;
    m_veil->hide();
    m_hasShown = true;
    m_stack->setCurrentWidget(m_body);
    sayHeldOut();
}

/// Beside the scope it would be cut off first, for that is long already.
void Panel::sayHeldOut()
{
    m_heldOut->say(showsEmpty() ? QString() : heldOut());
    m_heldOut->setVisible(!m_heldOut->text().isEmpty());
}

bool Panel::showPale(const QString& scope)
{
    if (!m_hasShown)
        return false;
    setScope(scope);
    m_veil->show();
    m_veil->raise();
    placeVeil();
    return true;
}

bool Panel::isPale() const
{
    return !m_veil->isHidden();
}

void Panel::placeVeil()
{
    if (isPale())
        m_veil->setGeometry(m_stack->geometry());
}

void Panel::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeVeil();
}

bool Panel::showsEmpty() const
{
    return m_stack->currentWidget() == m_empty;
}

void Panel::turnTo(OpenStudy& study)
{
    if (m_shown == &study)
        return;
    if (m_shown)
        disconnect(m_shown, nullptr, this, nullptr);
    m_shown = &study;
    m_hasShown = false;
    m_veil->hide();
    Q_EMIT turned();
    attach(study);
    connect(&study, &OpenStudy::snapshotChanged, this, [this, &study] {
        sayHeldOut();
        if (!m_othersText.isEmpty() && study.isOthers())
            scheduleRefresh();
    });
    connect(&study, &OpenStudy::failureChanged, this, &Panel::scheduleRefresh);
    scheduleRefresh();
}

void Panel::scheduleRefresh()
{
    m_dirty = true;
    if (m_scheduled || !isVisible())
        return;
    m_scheduled = true;
    QTimer::singleShot(0, this, &Panel::refreshNow);
}

void Panel::refreshOrRefuse()
{
    if (const std::optional<Error>& failure = study().failure(); failure && isOfStudy())
        showEmpty(errorText(*failure));
    else if (m_othersText.isEmpty() || !study().isOthers())
        refresh();
    else
        showEmpty(m_othersText);
    sayHeldOut();
}

void Panel::refreshNow()
{
    m_scheduled = false;
    if (!m_dirty || !m_shown || !isVisible())
        return;
    m_dirty = false;
    refreshOrRefuse();
    setAccessibleDescription(summary());
}

bool Panel::bringUpToDate()
{
    if (!m_dirty || !m_shown)
        return false;
    m_dirty = false;
    refreshOrRefuse();
    return true;
}

void Panel::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_dirty)
        scheduleRefresh();
}

void Panel::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        applyTheme();
}

void Panel::applyTheme()
{
    const Theme& theme = Theme::instance();
    m_title->setFont(theme.titleFont());
    m_scope->setFont(theme.scopeFont());
    m_heldOut->setFont(theme.scopeFont());
    for (QLabel* label : {m_scope, static_cast<QLabel*>(m_heldOut), m_emptyText})
        setInk(*label, Role::Dim);
    retheme();
    scheduleRefresh();
    update();
}

void Panel::paintEvent(QPaintEvent*)
{
    const Theme& theme = Theme::instance();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(theme.colour(Role::Line));
    painter.setBrush(theme.colour(Role::Panel));
    const double radius = theme.grid(0.5);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
}

} // namespace reweigh
