// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/setup/SetupFixture.h"

#include "core/config/LayerList.h"
#include "core/config/Methods.h"
#include "widgets/help/HelpButton.h"
#include "widgets/panel/LayerStrip.h"
#include "widgets/setup/ClassBars.h"
#include "widgets/setup/MatrixPanel.h"
#include "widgets/setup/RecipeWords.h"
#include "widgets/setup/SamplesPanel.h"
#include "widgets/text/HelpText.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QComboBox>
#include <QHelpEvent>
#include <QLineEdit>
#include <QPainter>
#include <QSpinBox>
#include <QToolTip>
#include <QUndoStack>
#include <QWheelEvent>

using namespace reweigh;
using namespace reweigh::test;

/// Tests that the Set up layout shows the data that training will use.
class tst_Views : public QObject {
    Q_OBJECT

    static QString emptyText(QWidget& panel)
    {
        const auto* label = panel.findChild<QLabel*>(QStringLiteral("panelEmpty"));
        return label->isVisible() ? label->text() : QString();
    }

private Q_SLOTS:
    /// Whoever scrolls the settings of the search changes none of them.
    void theWheelPassesOverTrialsAtOnce()
    {
        SetupFixture window;
        auto* box = window.find<QSpinBox>("trials-at-once");
        const int before = box->value();
        QVERIFY(!box->hasFocus());
        const QPointF place = box->rect().center();
        QWheelEvent event(place, box->mapToGlobal(place), {}, {0, 120}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(box, &event);
        QCOMPARE(box->value(), before);
        QVERIFY(!event.isAccepted());
    }

    /// Trials at once are taken back like any setting, also to the number that nobody chose.
    void trialsAtOnceAreUndone()
    {
        SetupFixture window;
        auto* box = window.find<QSpinBox>("trials-at-once");
        const StudyRunner& runner = window.study().runner();
        QUndoStack& history = window.document().undoStack();
        const int before = box->value();
        QTest::keyClick(box, Qt::Key_Up);
        QCOMPARE(runner.workers(), before + 1);
        box->selectAll();
        QTest::keyClicks(box, QStringLiteral("60"));
        QTest::keyClick(box, Qt::Key_Return);
        QCOMPARE(runner.workers(), 60);
        QVERIFY(!box->findChild<QLineEdit*>()->isUndoAvailable()); // else Ctrl+Z would be the line's
        QCOMPARE(history.count(), 2);
        QCOMPARE(history.undoText(), QStringLiteral("Change Trials at once"));
        history.undo();
        QCOMPARE(box->value(), before + 1);
        QCOMPARE(runner.workers(), before + 1);
        history.undo();
        QCOMPARE(box->value(), before);
        QCOMPARE(runner.workers(), 0);
        history.redo();
        QCOMPARE(box->value(), before + 1);
        QCOMPARE(runner.workers(), before + 1);
        QCOMPARE(history.count(), 2); // showing a number is no step
    }

    /// A class is the smallest only if no other is as small.
    void theSmallestClassIsAlone()
    {
        auto source = std::make_shared<DataSource>();
        source->classNames = {"cat", "dog", "bird"};
        RecipePreview preview;
        preview.options.dataset = "synthetic";
        preview.data.source = source;
        DataPlan plan;
        plan.sizeBefore = {90, 20, 10};
        preview.data.plan = std::make_shared<const DataPlan>(plan);
        preview.info.trueCount = preview.info.observedCount = preview.info.rightCount = {9, 1, 1};
        preview.info.purity = {1.0, 1.0, 1.0};
        QCOMPARE(rarestSentence(preview),
                 QStringLiteral("bird, one of the smallest classes, keeps 1 of its 10 image(s) to train on; every label is right."));
        preview.info.trueCount = preview.info.observedCount = preview.info.rightCount = {9, 2, 1};
        QCOMPARE(rarestSentence(preview),
                 QStringLiteral("bird, the smallest class, keeps 1 of its 10 image(s) to train on; every label is right."));
    }

    /// A small rate was said to be 0.00.
    void smallRatesKeepTheirDigits()
    {
        auto source = std::make_shared<DataSource>();
        source->classNames = {"cat"};
        RecipePreview preview;
        preview.options.dataset = "synthetic";
        preview.options.noiseRate = 0.002;
        preview.data.source = source;
        preview.data.plan = std::make_shared<const DataPlan>();
        preview.info.actualNoiseRate = 0.0017;
        const QString said = askedSentence(preview);
        QVERIFY2(said.contains(QStringLiteral("requested noise 0.002, actual 0.0017")), qPrintable(said));
    }

    /// A limit changes the set's own imbalance as well as images that are held out, which took the blame where there are none.
    void theSetsOwnImbalanceBlamesNothing()
    {
        auto source = std::make_shared<DataSource>();
        source->classNames = {"cat", "dog"};
        RecipePreview preview;
        preview.options.dataset = "synthetic";
        preview.options.imbalanceType = ImbalanceType::None;
        preview.options.trainLimit = 20;
        preview.data.source = source;
        preview.data.plan = std::make_shared<const DataPlan>();
        preview.info.trueImbalance = preview.info.observedImbalance = 1.0;
        preview.info.imbalanceBefore = 2.0;
        const QString said = askedSentence(preview);
        QVERIFY2(said.endsWith(QStringLiteral("IF 2 of all training images, before any are taken out")), qPrintable(said));
        preview.info.imbalanceBefore = 1.0;
        QVERIFY(!askedSentence(preview).contains(QStringLiteral("all training images")));
    }

    void barsCountAsTheRecipeDoes()
    {
        SetupFixture window;
        auto* bars = window.find<ClassBars>("class-bars");
        QTRY_VERIFY(window.previewed());
        QTRY_COMPARE(int(bars->bars().size()), 10);
        const Result<PreparedData> data = prepareData(syntheticConfig().data);
        QVERIFY(data.ok());
        const DataPlanInfo info = describe(*data->plan);
        for (std::size_t c = 0; c < 10; ++c) {
            QCOMPARE(bars->bars()[c].members, info.trueCount[c]);
            QCOMPARE(bars->bars()[c].right, info.rightCount[c]);
            QCOMPARE(bars->bars()[c].right + bars->bars()[c].wrong, info.observedCount[c]);
        }
        const auto* sentence = window.find<QLabel>("class-sentence");
        const int rarest = rarestClass(info);
        QCOMPARE(rarest, 9);
        QVERIFY(sentence->text().contains(QString::number(info.trueCount[9])));
        QVERIFY(sentence->text().contains(QString::number(info.rightCount[9])));
        QVERIFY(sentence->text().contains(QString::number(info.observedCount[9] - info.rightCount[9])));
        const auto* order = window.find<QLabel>("order-sentence");
        const QString imbalanceFirst = order->text();
        QVERIFY(window.document().set("order", "noise-then-imbalance", {}));
        QTRY_VERIFY(order->text() != imbalanceFirst);
    }

    void aClassIsReadByPointerAndByKeys()
    {
        SetupFixture window;
        auto* bars = window.find<ClassBars>("class-bars");
        QTRY_COMPARE(int(bars->bars().size()), 10);
        const auto* sentence = window.find<QLabel>("class-sentence");
        bars->setFocus();
        QTest::keyClick(bars, Qt::Key_Home);
        QTRY_VERIFY(sentence->text().startsWith(bars->bars()[0].name));
        QTest::keyClick(bars, Qt::Key_Right);
        QTRY_VERIFY(sentence->text().startsWith(bars->bars()[1].name));
        QTest::keyClick(bars, Qt::Key_Return);
        QTRY_COMPARE(window.find<QComboBox>("sample-class")->currentIndex(), 1);
    }

    void aCellShowsItsImages()
    {
        SetupFixture window;
        auto* view = window.find<MatrixView>("matrix-view");
        auto* grid = window.find<SampleGrid>("sample-grid");
        QTRY_COMPARE(view->info().classes(), 10);
        const DataPlan& plan = *window.study().preview()->data.plan;
        QCOMPARE(view->info().asked, plan.transitionAsked);
        int row = 0, column = 1;
        while (view->info().countAt(row, column) == 0)
            ++column;
        QTest::mouseClick(view, Qt::LeftButton, {}, view->cellRect({row, column}).center().toPoint());
        QTRY_COMPARE(int(grid->samples().size()), view->info().countAt(row, column));
        // Beside the title stands no sentence, which was cut, but what it says; the sentence is the tool tip.
        auto* samples = window.find<Panel>("samples");
        const auto* scope = samples->findChild<QLabel*>("panelScope");
        QVERIFY2(scope->text().contains(QStringLiteral(" → ")) && !scope->text().contains("labelled"), qPrintable(scope->text()));
        QVERIFY2(scope->toolTip().startsWith("truly ") && scope->toolTip() == samples->scope(), qPrintable(scope->toolTip()));
        for (const std::size_t i : grid->samples()) {
            QCOMPARE(int(plan.trueLabel[i]), row);
            QCOMPARE(int(plan.observedLabel[i]), column);
            QVERIFY(grid->caption(i).contains(className(*window.study().preview(), row)));
        }
    }

    void samplesOfAClassCarryItsLabel()
    {
        SetupFixture window;
        auto* grid = window.find<SampleGrid>("sample-grid");
        QTRY_VERIFY(window.previewed());
        auto* classes = window.find<QComboBox>("sample-class");
        QTRY_COMPARE(classes->currentIndex(), 9); // the rarest
        const auto preview = window.study().preview();
        QCOMPARE(int(grid->samples().size()), preview->info.observedCount[9]);
        classes->setFocus();
        QTest::keyClick(classes, Qt::Key_Home);
        QTRY_COMPARE(int(grid->samples().size()), preview->info.observedCount[0]);
        for (const std::size_t i : grid->samples())
            QCOMPARE(int(preview->data.plan->observedLabel[i]), 0);
    }

    void whyThereIsNothingToSeeStandsInPlace()
    {
        SetupFixture window;
        QVERIFY(window.document().set("dataset", "mnist", {}));
        QVERIFY(window.document().set("data-dir", "/nowhere", {}));
        for (const char* name : {"classes", "matrix", "samples"}) {
            auto* panel = window.find<Panel>(name);
            QTRY_VERIFY2(emptyText(*panel).contains(QLatin1String("Recipe")), name); // which says where it is not, and gets it
        }
    }

    void theStripFollowsTheArchitecture()
    {
        SetupFixture window;
        auto* strip = window.find<LayerStrip>("meta-net-strip");
        QTRY_COMPARE(int(strip->boxes().size()), 3);
        QVERIFY(window.document().set("hidden", {64, 32}, {}));
        QVERIFY(window.document().set("input", "stage2+label", {}));
        QTRY_COMPARE(int(strip->boxes().size()), 4);
        QCOMPARE(strip->boxes()[0].subtitle, QStringLiteral("42")); // 32 channels, 10 classes
        QCOMPARE(strip->boxes()[2].title, QStringLiteral("32"));
        const long parameters = 42 * 64 + 64 + 64 * 32 + 32 + 32 + 1;
        QVERIFY(window.find<QLabel>("meta-net-count")->text().contains(QLocale().toString(qlonglong(parameters))));
    }

    void everyFigureHasItsDataAndItsWords()
    {
        SetupFixture window;
        QTRY_VERIFY(window.previewed());
        QTRY_VERIFY(!window.find<SampleGrid>("sample-grid")->samples().empty());
        for (Panel* panel : window.panels) {
            QTRY_VERIFY2(!panel->accessibleDescription().isEmpty(), qPrintable(panel->id()));
            if (!panel->hasFigure())
                continue;
            QVERIFY2(!panel->table().rows.empty(), qPrintable(panel->id()));
            QImage image(400, 300, QImage::Format_RGB32);
            image.fill(Qt::white);
            QPainter painter(&image);
            panel->paintFigure(painter, image.rect());
            painter.end();
            QImage blank(image.size(), image.format());
            blank.fill(Qt::white);
            QVERIFY2(image != blank, qPrintable(panel->id()));
        }
        QCOMPARE(int(window.find<Panel>("matrix")->table().rows.size()), 100);
    }

    /// Of the many settings of losses and weightings only those of the chosen ones are shown, below what is looked for first.
    void trainingShowsWhatHasAnEffect()
    {
        SetupFixture window;
        const auto shown = [&](const char* key) {
            const auto* editor = window.find<QWidget>((std::string("editor-") + key).c_str());
            return editor && editor->isVisible();
        };
        QVERIFY(window.document().set("loss", "ce", {}));
        QVERIFY(window.document().set("weighting", "mwnet", {}));
        QTRY_VERIFY(shown("loss") && !shown("focal-gamma"));
        QVERIFY(shown("meta-optimizer") && !shown("spl-start"));
        QTRY_VERIFY(window.find<QWidget>("editor-epochs")->y() < window.find<QWidget>("editor-loss")->y());
        for (const char* key : {"batch-size", "lr"})
            QVERIFY(window.find<QWidget>((std::string("editor-") + key).c_str())->y() < window.find<QWidget>("editor-loss")->y());
        QVERIFY(window.document().set("loss", "focal", {}));
        QTRY_VERIFY(shown("focal-gamma"));
        QVERIFY(window.document().set("weighting", "self-paced", {}));
        QTRY_VERIFY(!shown("meta-optimizer") && shown("spl-start"));
        window.document().undoStack().undo();
        QTRY_VERIFY(shown("meta-optimizer") && !shown("spl-start"));
    }

    /// Each loss and each weighting is offered by its title, says its sentence under the pointer, and is chosen by a click.
    void everyMethodSaysWhatItIs_data()
    {
        QTest::addColumn<bool>("loss");
        QTest::newRow("loss") << true;
        QTest::newRow("weighting") << false;
    }
    void everyMethodSaysWhatItIs()
    {
        QFETCH(bool, loss);
        const std::span<const MethodRow> rows = loss ? lossRows() : weightingRows();
        SetupFixture window;
        auto* box = window.find<QComboBox>(loss ? "loss" : "weighting");
        QVERIFY(box && box->isEnabled());
        QCOMPARE(box->count(), int(rows.size()));
        for (const MethodRow& row : rows) {
            box->showPopup();
            QAbstractItemView* list = box->view();
            QTRY_VERIFY2(list->isVisible(), row.key);
            const int place = box->findData(QString::fromUtf8(row.key));
            const QModelIndex index = box->model()->index(place, box->modelColumn());
            QVERIFY2(index.isValid(), row.key);
            QCOMPARE(box->itemText(place), QString::fromUtf8(row.title));
            list->scrollTo(index);
            const QPoint at = list->visualRect(index).center();
            QVERIFY2(list->viewport()->rect().contains(at), row.key);

            QVERIFY2(*row.help, row.key);
            QHelpEvent asked(QEvent::ToolTip, at, list->viewport()->mapToGlobal(at));
            QApplication::sendEvent(list->viewport(), &asked);
            QCOMPARE(QToolTip::text(), QString::fromUtf8(row.help));

            QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, at);
            QTRY_VERIFY2(!list->isVisible(), row.key);
            const TrainOptions& chosen = window.config().training;
            QCOMPARE(loss ? chosen.loss : chosen.weighting, std::string(row.key));
            QTRY_COMPARE(box->currentIndex(), place);
            const auto* why = window.find<HelpButton>(loss ? "help-cross-entropy" : "help-mw-net"); // the "?" beside it
            QTRY_COMPARE(why->anchor(), helpOfField(QString::fromUtf8(loss ? "loss" : "weighting"), QString::fromUtf8(row.key)));
        }
    }

    void whateverTakesTheFocusHasAName()
    {
        SetupFixture window;
        QTRY_VERIFY(window.previewed());
        int seen = 0;
        for (const QWidget* widget : window.window.findChildren<QWidget*>()) {
            const bool inner = widget->objectName().startsWith(QLatin1String("qt_"));
            if (inner || !widget->isVisibleTo(&window.window) || !(widget->focusPolicy() & Qt::TabFocus))
                continue;
            ++seen;
            const auto* button = qobject_cast<const QAbstractButton*>(widget);
            QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                     qPrintable(QString::fromLatin1(widget->metaObject()->className()) + ' ' + widget->objectName()));
            QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
        }
        QVERIFY(seen > 50);
    }
};

QTEST_MAIN(tst_Views)
#include "tst_views.moc"
