// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SearchedStudy.h"
#include "tests/widgets/window/WindowFixture.h"

#include "widgets/plots/PlotPanel.h"
#include "widgets/window/main/Screenshots.h"
#include "widgets/window/main/StartPage.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QMenu>
#include <QScopeGuard>
#include <QToolButton>

#include <algorithm>

using namespace reweigh;
using test::OpenWindow;

/// Tests of the arrangement of docks and of its restoration.
class tst_Layouts : public QObject {
    Q_OBJECT

    static QStringList ids(const LayoutNode& node)
    {
        QStringList list = node.docks;
        for (const LayoutNode& part : node.parts)
            list += ids(part);
        return list;
    }

private Q_SLOTS:
    void init() { test::useOwnSettings(); }

    void plansNamePanelsThatExist()
    {
        OpenWindow open;
        QStringList planned = {QStringLiteral("log")};
        for (const Layout layout : allLayouts)
            planned += ids(layoutPlan(layout));
        for (const QString& id : planned)
            QVERIFY2(open.window.docks().panel(id), qPrintable(id));
        for (const Panel* panel : open.window.docks().panels())
            QVERIFY2(planned.contains(panel->id()), qPrintable(panel->id()));
    }

    /// A panel without content offers what to do in words.
    void emptyPanelsHaveButtonsWithWords()
    {
        OpenWindow open;
        int buttons = 0;
        for (const Layout layout : allLayouts) {
            open.action(QStringLiteral("layout-") + layoutName(layout))->trigger();
            QCoreApplication::processEvents();
            for (const Panel* panel : open.window.docks().panels())
                if (const auto* button = panel->findChild<QToolButton*>(QStringLiteral("panelEmptyAction")); button->defaultAction()) {
                    QVERIFY2(button->toolButtonStyle() == Qt::ToolButtonTextBesideIcon && !button->text().isEmpty(),
                             qPrintable(panel->id()));
                    ++buttons;
                }
        }
        QVERIFY(buttons > 0);
    }

    void eachShowsItsDocks()
    {
        OpenWindow open;
        for (const Layout layout : allLayouts) {
            open.action(QStringLiteral("layout-") + layoutName(layout))->trigger();
            QCOMPARE(open.window.layouts().current(), std::optional(layout));
            QVERIFY(open.action(QStringLiteral("layout-") + layoutName(layout))->isChecked());
            const QStringList planned = ids(layoutPlan(layout));
            for (const Panel* panel : open.window.docks().panels())
                QCOMPARE(!open.window.docks().dock(panel->id())->isHidden(), planned.contains(panel->id()));
        }
    }

    /// Docks have the shares of the plan, as far as the minimum sizes of panels allow.
    void proportionsAreThePlans()
    {
        OpenWindow open;
        open.window.resize(1600, 1000);
        open.window.showLayout(Layout::Compare);
        QCoreApplication::processEvents();
        const auto width = [&](const char* id) { return open.window.docks().dock(QString::fromLatin1(id))->width(); };
        QVERIFY(width("variants") > width("verdicts"));
        QVERIFY(std::abs(width("variant-curves") - width("where")) < 200);
        const QDockWidget* variants = open.window.docks().dock(QStringLiteral("variants"));
        const QDockWidget* recall = open.window.docks().dock(QStringLiteral("recall"));
        QVERIFY(variants->y() + variants->height() <= recall->y());
    }

    /// A panel that fills the window goes back to its dock with Escape, and when another layout is chosen.
    void anEnlargedPanelGoesBack()
    {
        OpenWindow open;
        open.window.resize(1366, 768);
        open.window.showLayout(Layout::Watch);
        Panel* panel = open.window.docks().panel(QStringLiteral("weight-curve"));
        QTRY_VERIFY(panel->isVisible());
        const QWidget* place = panel->parentWidget();
        const auto enlarge = [&] {
            for (QAction* action : panel->menu().actions())
                if (action->objectName() == QLatin1String("enlarge"))
                    action->trigger();
            QCoreApplication::processEvents();
        };
        enlarge();
        QVERIFY(panel->width() > 1300 && panel->height() > 650);
        QVERIFY(panel->isVisible());
        QApplication::setActiveWindow(&open.window);
        auto* back = open.window.findChild<QWidget*>(QStringLiteral("enlargedBack"));
        QVERIFY(back);
        back->setFocus();
        QTest::keyClick(back, Qt::Key_Escape);
        QCOMPARE(panel->parentWidget(), place);
        QTRY_VERIFY(panel->isVisible() && panel->width() < 1000);
        enlarge();
        open.window.showLayout(Layout::Search);
        QCOMPARE(panel->parentWidget(), place);
        QVERIFY(!panel->isVisible());
        open.window.showLayout(Layout::Watch);
        QTRY_VERIFY(panel->isVisible() && panel->width() < 1000);
    }

    /// The window fits on a small laptop's screen.
    void everyLayoutFits1366x768()
    {
        OpenWindow open;
        for (const Layout layout : allLayouts) {
            open.window.showLayout(layout);
            QCoreApplication::processEvents();
            const QSize least = open.window.minimumSizeHint();
            QVERIFY2(least.width() <= 1366 && least.height() <= 768 - 40,
                     qPrintable(QStringLiteral("%1: %2 x %3").arg(layoutName(layout)).arg(least.width()).arg(least.height())));
        }
    }

    void aHiddenDockStaysHiddenUntilReset()
    {
        OpenWindow open;
        open.window.showLayout(Layout::Watch);
        open.window.docks().dock(QStringLiteral("label-errors"))->toggleViewAction()->trigger();
        QVERIFY(!open.onScreen(QStringLiteral("label-errors")));
        open.window.showLayout(Layout::Search);
        open.window.showLayout(Layout::Watch);
        QVERIFY(!open.onScreen(QStringLiteral("label-errors")));
        QVERIFY(open.onScreen(QStringLiteral("weight-distribution")));
        open.action(QStringLiteral("reset-layout"))->trigger();
        QVERIFY(open.onScreen(QStringLiteral("label-errors")));
    }

    /// A dock is as small as a letter for a moment while the docks are put back; names of categories that were made for that size stayed.
    void resetLeavesCategoriesTheirNames()
    {
        OpenWindow open;
        open.window.resize(1600, 1000);
        open.bench.current().takeSnapshot(test::searchedStudy(200));
        open.window.showLayout(Layout::Search);
        const auto settled = [&open] { return waitUntilSettled(open.window, open.bench, viewsQuietMs); };
        const auto named = [&open](const char* id) { // rows whose name can be read
            const auto* panel = qobject_cast<PlotPanel*>(open.window.docks().panel(QString::fromLatin1(id)));
            return std::ranges::count_if(panel->plot().yAxis->tickVectorLabels(), [](const QString& name) { return name.size() > 2; });
        };
        QVERIFY(settled());
        const auto inputs = named("slice"); // one row for each input of the study
        QVERIFY(inputs > 3);
        open.window.docks().reveal(QStringLiteral("rank"));
        QVERIFY(settled());
        for (QAction* action : open.window.findChild<QMenu*>(QStringLiteral("rank-y"))->actions())
            if (action->objectName() == QLatin1String("input"))
                action->trigger();
        QVERIFY(settled());
        QCOMPARE(named("rank"), std::ptrdiff_t(7));
        open.window.docks().dock(QStringLiteral("importance"))->toggleViewAction()->trigger(); // those below it grow
        QVERIFY(settled());

        open.action(QStringLiteral("reset-layout"))->trigger();
        QVERIFY(settled());
        QVERIFY(open.onScreen(QStringLiteral("importance")));
        QCOMPARE(named("slice"), inputs);
        open.window.docks().reveal(QStringLiteral("rank"));
        QVERIFY(settled());
        QCOMPARE(named("rank"), std::ptrdiff_t(7));
    }

    /// After a switch to dark while the window is open, dots of menus and empty check boxes are still seen, and a chosen button is told
    /// from another.
    void darkWhileTheWindowIsOpen()
    {
        const auto lightPixels = [](QWidget& widget) {
            const QImage image = widget.grab().toImage();
            int light = 0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    light += image.pixelColor(x, y).lightness() > 110;
            return light;
        };
        OpenWindow open;
        Theme::instance().setScheme(ColourScheme::Light);
        const auto before = qScopeGuard([] { Theme::instance().setScheme(ColourScheme::System); });
        open.window.showLayout(Layout::Search);
        auto* dots = open.window.docks().panel(QStringLiteral("history"))->findChild<QToolButton*>(QStringLiteral("panelMenu"));
        QVERIFY(dots);
        QTRY_VERIFY(dots->isVisible());
        QCheckBox box;
        QToolButton chosen, other;
        for (QToolButton* button : {&chosen, &other})
            button->setCheckable(true);
        chosen.setChecked(true);
        for (QWidget* widget : std::initializer_list<QWidget*>{&box, &chosen, &other}) {
            widget->resize(30, 24);
            widget->show();
        }
        Theme::instance().setScheme(ColourScheme::Dark);
        QTest::qWait(50);
        QVERIFY(lightPixels(*dots) > 3);
        QVERIFY(lightPixels(box) > 8);
        QVERIFY(lightPixels(chosen) > lightPixels(other)); // its outline

        // While a figure is drawn as on paper, what is chosen in a dialog looks as before.
        const QImage dark = box.grab().toImage(), darkChosen = chosen.grab().toImage();
        Theme::instance().setPaper(8.0);
        const auto screen = qScopeGuard([] { Theme::instance().setPaper(std::nullopt); });
        QCOMPARE(box.grab().toImage(), dark);
        QCOMPARE(chosen.grab().toImage(), darkChosen);
    }

    /// Text, plots and icons turn at once when the platform's palette does.
    void theSystemTurnsDarkWhileTheWindowIsOpen()
    {
        const auto turn = [](const char* ground, const char* ink) {
            QPalette palette;
            palette.setColor(QPalette::Window, QColor(ground));
            palette.setColor(QPalette::WindowText, QColor(ink));
            QApplication::setPalette(palette);
        };
        const auto lightness = [](const QImage& image) { // of the whole
            double sum = 0.0;
            for (int y = 0; y < image.height(); ++y)
                for (int x = 0; x < image.width(); ++x)
                    sum += image.pixelColor(x, y).lightness();
            return sum / (double(image.width()) * image.height());
        };
        Theme::instance().setScheme(ColourScheme::System);
        turn("#EFEFEF", "#101010");
        const auto before = qScopeGuard([turn] { turn("#EFEFEF", "#101010"); });
        OpenWindow open;
        open.window.showLayout(Layout::Search);
        Panel* history = open.window.docks().panel(QStringLiteral("history"));
        QTRY_VERIFY(history->isVisible());
        const auto icon = [&open] { return open.action(QStringLiteral("run"))->icon().pixmap(24).toImage(); };
        const QImage lightIcon = icon();
        QVERIFY(!lightIcon.isNull() && lightness(history->grab().toImage()) > 200.0);
        turn("#202020", "#EEEEEE");
        QVERIFY(Theme::instance().dark());
        QVERIFY(icon() != lightIcon);
        QTRY_VERIFY(lightness(history->grab().toImage()) < 60.0);
        QVERIFY(QApplication::palette().color(QPalette::WindowText).lightness() > 200); // widgets take it over once exec() runs
        turn("#EFEFEF", "#101010");
        QCOMPARE(icon(), lightIcon);
        QTRY_VERIFY(lightness(history->grab().toImage()) > 200.0);
    }

    void theLogComesWhenItIsWanted()
    {
        OpenWindow open;
        open.window.showLayout(Layout::Compare);
        QVERIFY(!open.onScreen(QStringLiteral("log")));
        open.bench.log().problem(QStringLiteral("the disk is full"));
        auto* problem = open.window.findChild<QToolButton*>(QStringLiteral("statusProblem"));
        QVERIFY(problem && problem->isVisible());
        QTest::mouseClick(problem, Qt::LeftButton);
        QVERIFY(open.onScreen(QStringLiteral("log")));
    }

    void firstStartHasThreeChoices()
    {
        OpenWindow open(false);
        open.window.restoreSession();
        open.window.show();
        const auto* page = open.window.findChild<StartPage*>();
        QVERIFY(page && page->isVisible());
        for (const QDockWidget* dock : open.window.docks().docks())
            QVERIFY(!dock->isVisible());
        for (const char* name : {"start-demo", "start-new", "start-open"})
            QVERIFY2(page->findChild<QAbstractButton*>(QString::fromLatin1(name)), name);
        QVERIFY(page->findChild<QAbstractButton*>(QStringLiteral("start-demo"))
                    ->accessibleDescription()
                    .contains(QLatin1String("A search (trials: 16), then a comparison (trainings: up to 30)")));
        QTest::mouseClick(page->findChild<QAbstractButton*>(QStringLiteral("start-new")), Qt::LeftButton);
        QVERIFY(!page->isVisible());
        QCOMPARE(open.window.layouts().current(), std::optional(Layout::SetUp));
        QVERIFY(open.onScreen(QStringLiteral("recipe")));
        QCOMPARE(open.bench.studies().size(), std::size_t(1)); // the empty study was replaced
    }

    /// A new start restores the open studies, one of them not stored yet, and the layout with its changes.
    void sessionComesBack()
    {
        QTemporaryDir folder;
        const std::filesystem::path file = test::finishedStudy(folder.path(), 2);
        {
            OpenWindow open;
            open.window.showLayout(Layout::SetUp);
            QVERIFY(open.bench.current().document().set("noise-rate", 0.25, QStringLiteral("Noise rate")));
            open.bench.open(file);
            open.window.showLayout(Layout::Watch);
            open.window.docks().dock(QStringLiteral("label-errors"))->hide();
            QVERIFY(open.window.close());
        }
        OpenWindow open(false);
        open.window.restoreSession();
        open.window.show();
        QCOMPARE(open.bench.studies().size(), std::size_t(2));
        QCOMPARE(open.bench.studies().front()->config().data.noiseRate, 0.25);
        QCOMPARE(open.bench.current().file(), file);
        QCOMPARE(open.window.layouts().current(), std::optional(Layout::Watch));
        QVERIFY(!open.onScreen(QStringLiteral("label-errors")));
        QVERIFY(open.onScreen(QStringLiteral("weight-distribution")));
        QTRY_COMPARE(open.bench.current().snapshot()->trials.size(), std::size_t(2));
    }

    void aStudyThatVanishedIsLeftOut()
    {
        QSettings().setValue("session/studies",
                             QByteArray(R"([{"file":"/nowhere/study.db","current":true},{"config":{"noise-rate":0.15}},{"config":3},7])"));
        OpenWindow open(false);
        open.window.restoreSession();
        open.window.show();
        QCOMPARE(open.bench.studies().size(), std::size_t(1));
        QCOMPARE(open.bench.current().config().data.noiseRate, 0.15);
    }
};

QTEST_MAIN(tst_Layouts)
#include "tst_layouts.moc"
