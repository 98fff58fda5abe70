// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/plots/PlotCursor.h"
#include "widgets/plots/PlotNavigator.h"

#include <QHBoxLayout>
#include <QToolButton>
#include <QWheelEvent>
#include <QtTest>

using namespace reweigh;

/// Tests of the gestures that every plot has, on plots of 400 x 300 pixels with axes from 0 to 10 and from 0 to 1.
class tst_Navigator : public QObject {
    Q_OBJECT

    struct Shown {
        Plot plot;
        Shown()
        {
            plot.resize(400, 300);
            plot.xAxis->setRange(0.0, 10.0);
            plot.yAxis->setRange(0.0, 1.0);
            plot.show();
            plot.replot();
        }
        QCPAxis& x() { return *plot.xAxis; }
        QCPAxis& y() { return *plot.yAxis; }
        QPoint at(double xValue, double yValue) const
        {
            return QPointF(plot.xAxis->coordToPixel(xValue), plot.yAxis->coordToPixel(yValue)).toPoint();
        }
        void wheel(QPoint place, int angle)
        {
            QWheelEvent event(place, plot.mapToGlobal(place), {}, {0, angle}, Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(&plot, &event);
        }
        void drag(QPoint from, QPoint to, Qt::KeyboardModifiers modifiers = {})
        {
            QTest::mousePress(&plot, Qt::LeftButton, modifiers, from);
            for (const QPoint place : {(from + to) / 2, to}) {
                QMouseEvent move(QEvent::MouseMove, place, plot.mapToGlobal(place), Qt::NoButton, Qt::LeftButton, modifiers);
                QCoreApplication::sendEvent(&plot, &move);
            }
            QTest::mouseRelease(&plot, Qt::LeftButton, modifiers, to);
        }
    };

    static bool near(double value, double expected, double tolerance) { return qAbs(value - expected) <= tolerance; }

private Q_SLOTS:
    /// Around a single value, round ones too, an axis has a range.
    void anAxisGrowsAroundOneValue()
    {
        Shown shown;
        for (const double value : {0.5, 1.0, 0.937, 0.0, -20.0}) {
            shown.y().setRange(100.0, 200.0);
            Plot::growTo(shown.y(), value, value);
            QVERIFY2(shown.y().range().contains(value) && shown.y().range().size() <= std::max(0.4, std::abs(value)),
                     qPrintable(QString::number(value)));
        }
    }

    /// A scale of one value cannot be read; a narrow figure had 0.65 alone between 0.627 and 0.697.
    void anAxisHasTwoTicksWhereTheyFit()
    {
        for (int width = 200; width <= 500; width += 25)
            for (const QCPRange range : {QCPRange(0.627, 0.697), QCPRange(0.51, 0.99), QCPRange(0.0, 10.0), QCPRange(-3.0, 61.0)}) {
                Shown shown;
                shown.plot.resize(width, 300);
                shown.x().setRange(range);
                shown.plot.replot();
                shown.plot.replot();
                const QVector<double> ticks = shown.x().tickVector();
                const QByteArray where = QStringLiteral("%1 to %2 in %3").arg(range.lower).arg(range.upper).arg(width).toUtf8();
                QVERIFY2(ticks.size() >= 2, where.constData());
                const QFontMetricsF metrics(shown.x().tickLabelFont());
                for (qsizetype i = 1; i < ticks.size(); ++i) {
                    const double half = (metrics.horizontalAdvance(shown.x().tickVectorLabels()[i - 1])
                                         + metrics.horizontalAdvance(shown.x().tickVectorLabels()[i]))
                                        / 2;
                    QVERIFY2(shown.x().coordToPixel(ticks[i]) - shown.x().coordToPixel(ticks[i - 1]) > half, where.constData());
                }
            }
    }

    /// Around values that are all equal an axis said "0.1 0.1 0.1 0.1".
    void ticksHaveLabelsOfTheirOwn()
    {
        for (const double value : {0.1, -0.937, 20000.0, 1e-7})
            for (const double room : {1e-6, 1e-9}) {
                Shown shown;
                const double size = room * std::abs(value);
                for (QCPAxis* axis : {&shown.x(), &shown.y()})
                    axis->setRange(value - size, value + size);
                shown.plot.replot();
                shown.plot.replot();
                for (const QCPAxis* axis : {&shown.x(), &shown.y()}) {
                    QVector<QString> labels = axis->tickVectorLabels();
                    const QByteArray said = labels.join(QLatin1Char(' ')).toUtf8();
                    QVERIFY2(!labels.isEmpty(), QByteArray::number(value).constData());
                    labels.removeDuplicates();
                    QVERIFY2(labels.size() == axis->tickVectorLabels().size(), said.constData());
                }
            }
        Shown shown; // and no more digits than that
        shown.y().setRange(0.1 - 1e-7, 0.1 + 1e-7);
        shown.plot.replot();
        shown.y().setRange(0.0, 1.0);
        shown.plot.replot();
        QVERIFY(shown.y().tickVectorLabels().contains(QLocale().toString(0.2)));
        QCOMPARE(shown.y().numberPrecision(), 4);
    }

    void theWheelZoomsAtThePointer()
    {
        Shown shown;
        const QPoint place = shown.at(2.5, 0.8);
        const double x = shown.x().pixelToCoord(place.x()), y = shown.y().pixelToCoord(place.y());
        shown.wheel(place, 120);
        QVERIFY(near(shown.x().range().size(), 8.0, 1e-9)); // a notch shows 0.8 of what was seen
        QVERIFY(near(shown.y().range().size(), 0.8, 1e-9));
        QVERIFY(near(shown.x().pixelToCoord(place.x()), x, 1e-9)); // what is under the pointer stays there
        QVERIFY(near(shown.y().pixelToCoord(place.y()), y, 1e-9));
        shown.wheel(place, -120);
        QVERIFY(near(shown.x().range().lower, 0.0, 1e-9) && near(shown.x().range().upper, 10.0, 1e-9));
    }

    void overTheLabelsOfAnAxisItZoomsThatAxisAlone()
    {
        Shown shown;
        const QRect rect = shown.plot.axisRect()->rect();
        shown.wheel({rect.center().x(), rect.bottom() + 6}, 120);
        QVERIFY(near(shown.x().range().size(), 8.0, 1e-9));
        QCOMPARE(shown.y().range().size(), 1.0);
        shown.wheel({rect.left() - 6, rect.center().y()}, 120);
        QVERIFY(near(shown.x().range().size(), 8.0, 1e-9));
        QVERIFY(near(shown.y().range().size(), 0.8, 1e-9));
    }

    void draggingPansAndADoubleClickGoesBack()
    {
        Shown shown;
        const QPoint from = shown.at(5.0, 0.5);
        const QSize rect = shown.plot.axisRect()->rect().size();
        shown.drag(from, from + QPoint(rect.width() / 2, 0)); // the hand takes the picture half a plot to the right
        QVERIFY(near(shown.x().range().lower, -5.0, 0.05) && near(shown.x().range().upper, 5.0, 0.05));
        QCOMPARE(shown.y().range(), QCPRange(0.0, 1.0));
        QVERIFY(shown.plot.findChild<QToolButton*>("plotReset")->isVisible());
        QTest::mouseDClick(&shown.plot, Qt::LeftButton, {}, from);
        QCOMPARE(shown.x().range(), QCPRange(0.0, 10.0));
        QVERIFY(!shown.plot.findChild<QToolButton*>("plotReset")->isVisible());

        // A click, even of an unsteady hand, moves nothing.
        shown.drag(from, from + QPoint(2, 1));
        QVERIFY(!shown.plot.navigator().moved());
    }

    void withShiftARectangleIsChosen()
    {
        Shown shown;
        const QPoint from = shown.at(2.0, 0.75), to = shown.at(4.0, 0.25);
        shown.drag(from, to, Qt::ShiftModifier);
        QVERIFY(near(shown.x().range().lower, 2.0, 0.05) && near(shown.x().range().upper, 4.0, 0.05));
        QVERIFY(near(shown.y().range().lower, 0.25, 0.01) && near(shown.y().range().upper, 0.75, 0.01));
        QTest::keyClick(&shown.plot, Qt::Key_Home);
        QCOMPARE(shown.x().range(), QCPRange(0.0, 10.0));
    }

    void keysZoomAndPan()
    {
        Shown shown;
        QTest::keyClick(&shown.plot, Qt::Key_Plus);
        QVERIFY(near(shown.x().range().lower, 1.0, 0.05) && near(shown.x().range().upper, 9.0, 0.05));
        QTest::keyClick(&shown.plot, Qt::Key_Minus);
        QTest::keyClick(&shown.plot, Qt::Key_Right, Qt::ShiftModifier); // a tenth of what is seen
        QVERIFY(near(shown.x().range().lower, 1.0, 1e-6) && near(shown.x().range().upper, 11.0, 1e-6));
        QTest::keyClick(&shown.plot, Qt::Key_Up, Qt::ShiftModifier);
        QVERIFY(near(shown.y().range().lower, 0.1, 1e-6));
    }

    /// New data, which set the axes at every epoch, leave what the user has zoomed into; going back shows all of them.
    void newRangesOfTheOwnerWait()
    {
        Shown shown;
        shown.wheel(shown.at(5.0, 0.5), 120);
        const QCPRange seen = shown.x().range();
        shown.x().setRange(0.0, 20.0);
        QCOMPARE(shown.x().range(), seen);
        QCOMPARE(shown.plot.home(shown.x()), QCPRange(0.0, 20.0));
        Plot::growTo(shown.x(), 0.0, 37.0); // compares with the owner's range, not with what is seen
        QCOMPARE(shown.x().range(), seen);
        QVERIFY(shown.plot.home(shown.x()).upper >= 37.0);
        shown.plot.navigator().reset();
        QVERIFY(shown.x().range().upper >= 37.0);
        QCOMPARE(shown.y().range(), QCPRange(0.0, 1.0));
    }

    void logAxesZoomByFactorsAndNeverReachZero()
    {
        Shown shown;
        Plot::setLog(shown.x(), true);
        shown.x().setRange(1e-4, 1.0);
        shown.plot.replot();
        shown.wheel(shown.at(1e-2, 0.5), 120); // 0.8 of 4 decades about the middle: from 10^-3.6 to 10^-0.4
        QVERIFY(near(std::log10(shown.x().range().lower), -3.6, 0.03));
        QVERIFY(near(std::log10(shown.x().range().upper), -0.4, 0.03));
        for (int i = 0; i < 60; ++i)
            shown.wheel(shown.at(1e-2, 0.5), -120);
        QVERIFY(shown.x().range().lower > 0.0);
        Plot::setLog(shown.x(), false); // another scale is another picture
        QVERIFY(near(shown.x().range().lower, 1e-4, 1e-9) && near(shown.x().range().upper, 1.0, 1e-9));
    }

    void plotsWithOneKeyMoveTogether()
    {
        QWidget window;
        auto* row = new QHBoxLayout(&window);
        std::array<Plot*, 3> plots{};
        for (std::size_t i = 0; i < plots.size(); ++i) {
            plots[i] = new Plot;
            plots[i]->xAxis->setRange(0.0, 10.0 * double(i + 1));
            if (i < 2)
                plots[i]->navigator().shareX("epoch");
            row->addWidget(plots[i]);
        }
        plots[0]->navigator().hold(*plots[0]->xAxis, {2.0, 3.0});
        QCOMPARE(plots[1]->xAxis->range(), QCPRange(2.0, 3.0));
        QCOMPARE(plots[2]->xAxis->range(), QCPRange(0.0, 30.0));
        plots[1]->navigator().reset();
        QCOMPARE(plots[0]->xAxis->range(), QCPRange(0.0, 10.0));
        QCOMPARE(plots[1]->xAxis->range(), QCPRange(0.0, 20.0));
        QVERIFY(!plots[0]->navigator().moved());
    }

    void linkedAxesOfAPlotMoveTogether()
    {
        Shown shown;
        shown.plot.xAxis2->setRange(0.0, 10.0);
        shown.plot.navigator().link({shown.plot.xAxis, shown.plot.xAxis2});
        shown.plot.navigator().hold(*shown.plot.xAxis2, {4.0, 6.0});
        QCOMPARE(shown.x().range(), QCPRange(4.0, 6.0));
        shown.x().setRange(0.0, 12.0);
        shown.plot.navigator().reset();
        QCOMPARE(shown.x().range(), QCPRange(0.0, 12.0));
        QCOMPARE(shown.plot.xAxis2->range(), QCPRange(0.0, 10.0));
    }

    void absurdRangesAreRefused()
    {
        Shown shown;
        PlotNavigator& navigator = shown.plot.navigator();
        navigator.hold(shown.x(), {3.0, 3.0});
        navigator.hold(shown.x(), {0.0, 1000.0}); // more than ten times what the owner shows
        navigator.hold(shown.x(), {1.0, 1.0 + 1e-7});
        QVERIFY(!navigator.moved());
        QCOMPARE(shown.x().range(), QCPRange(0.0, 10.0));
    }

    void theValueAtThePointerIsSaid()
    {
        Shown shown;
        shown.plot.xAxis->setLabel("epoch");
        const QString said = shown.plot.saysAt(shown.at(5.0, 0.5));
        QVERIFY2(said.contains("epoch") && said.contains(" · "), qPrintable(said));
        PlotCursor cursor(shown.plot, *shown.plot.axisRect(), [](double& x) {
            x = std::round(x);
            return QStringLiteral("after %1").arg(x);
        });
        QCOMPARE(shown.plot.saysAt(shown.at(5.2, 0.5)), QStringLiteral("after 5"));
        QCOMPARE(shown.plot.saysAt({-5.0, -5.0}), QString());
    }

    /// Names beside the lines take half of a plot; what the pointer reads lies above them, and ends with its value at any width.
    void whatThePointerReadsIsSeenWhole()
    {
        const QString read =
            QStringLiteral("loss 2.00\nfixed 1-100-1, loss + label: 0.864 ± 0.056 (5)\n損失 + ラベルで探索した入力: 0.347 (5)");
        for (const QSize size : {QSize(640, 420), QSize(400, 300), QSize(230, 160), QSize(150, 90)})
            for (const int beside : {0, size.width() / 2}) {
                Shown shown;
                shown.plot.resize(size);
                shown.plot.axisRect()->setMinimumMargins(QMargins(0, 0, beside, 0));
                shown.plot.replot();
                PlotCursor cursor(shown.plot, *shown.plot.axisRect(), [&](double&) { return read; });
                const auto* box = shown.plot.findChild<QCPItemText*>();
                for (const double x : {0.0, 2.0, 4.9, 5.1, 8.0, 10.0}) {
                    cursor.show(x);
                    const QRectF rect(box->topLeft->pixelPosition(), box->bottomRight->pixelPosition());
                    const QByteArray where = QStringLiteral("%1 x %2 at %3").arg(size.width()).arg(size.height()).arg(x).toUtf8();
                    QVERIFY2(!box->clipToAxisRect(), where.constData());
                    QVERIFY2(QRectF(shown.plot.viewport()).contains(rect), where.constData());
                    QCOMPARE(cursor.text(), read);
                    QVERIFY2(box->text().contains(QStringLiteral("(5)\n")) && box->text().endsWith(QStringLiteral("(5)")),
                             where.constData());
                }
            }
    }
};

QTEST_MAIN(tst_Navigator)
#include "tst_navigator.moc"
