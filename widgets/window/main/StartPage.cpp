// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/main/StartPage.h"

#include "core/config/Presets.h"
#include "core/config/Variant.h"
#include "widgets/theme/Theme.h"
#include "widgets/window/main/RecentStudies.h"

#include <QAction>
#include <QCommandLinkButton>
#include <QLabel>
#include <QLocale>
#include <QVBoxLayout>

namespace reweigh {
namespace {

QCommandLinkButton* choice(QAction* action, const QString& title, const QString& what, QWidget* parent)
{
    auto* button = new QCommandLinkButton(title, what, parent);
    button->setObjectName(QStringLiteral("start-") + action->objectName());
    button->setAccessibleName(title);
    button->setAccessibleDescription(what);
    button->setAutoDefault(true); // Enter presses it, as in a dialog
    const auto follow = [button, action] {
        button->setIcon(action->icon());
        button->setEnabled(action->isEnabled());
    };
    follow();
    QObject::connect(action, &QAction::changed, button, follow);
    QObject::connect(button, &QCommandLinkButton::clicked, action, &QAction::trigger);
    return button;
}

} // namespace

StartPage::StartPage(QAction* demo, QAction* newStudy, QAction* open, QWidget* parent)
    : QWidget(parent)
    , m_name(new QLabel(QStringLiteral("Reweigh"), this))
    , m_purpose(new QLabel(tr("Choose label noise and class imbalance, watch Meta-Weight-Net learn its weights under them, and "
                              "search its architecture."),
                           this))
    , m_recent(new RecentStudies(this))
{
    setObjectName(QStringLiteral("startPage"));
    m_purpose->setWordWrap(true);
    const Theme& theme = Theme::instance();
    auto* column = new QVBoxLayout;
    column->setSpacing(theme.grid(1.5));
    column->addStretch(2);
    column->addWidget(m_name);
    column->addWidget(m_purpose);
    column->addSpacing(theme.grid(2));
    auto* begin = new QVBoxLayout;
    begin->setSpacing(theme.grid(1.5));
    ExperimentConfig demoConfig;
    (void)applyPreset(demoConfig, "demo");
    const QString course = tr("Fashion-MNIST, label noise rate 0.4, the largest class 50 times the size of the smallest. A search "
                              "(trials: %1), then a comparison (trainings: up to %2); the five minutes are for both")
                               .arg(QLocale().toString(demoConfig.search.trials),
                                    QLocale().toString(int(demoVariants().size()) * demoConfig.search.variantSeeds));
    begin->addWidget(choice(demo, tr("Try the 5-minute demo"), course, this));
    begin->addWidget(choice(newStudy, tr("New study"), tr("Choose data, noise, imbalance, model and search yourself"), this));
    begin->addWidget(choice(open, tr("Open…"), tr("A study of Reweigh or of Optuna, running or finished"), this));
    begin->addStretch();
    auto* sides = new QHBoxLayout;
    sides->setSpacing(theme.grid(4));
    sides->addLayout(begin, 1);
    sides->addWidget(m_recent, 1, Qt::AlignTop);
    column->addLayout(sides);
    column->addStretch(3);
    auto* row = new QHBoxLayout(this);
    row->addStretch(1);
    row->addLayout(column, 4);
    row->addStretch(1);
    connect(&Theme::instance(), &Theme::changed, this, &StartPage::retheme);
    setFocusPolicy(Qt::ClickFocus);
    retheme();
}

/// Takes the focus, which the first choice would get by itself: Enter would begin a demo that nobody has chosen.
void StartPage::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    setFocus(Qt::OtherFocusReason);
}

void StartPage::retheme()
{
    QFont large = Theme::instance().titleFont();
    large.setPointSizeF(large.pointSizeF() * 2.2);
    m_name->setFont(large);
    setInk(*m_purpose, Role::Dim);
}

} // namespace reweigh
