// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SearchedStudy.h"
#include "tests/widgets/window/WindowFixture.h"
#include "widgets/forms/FieldText.h"
#include "widgets/window/main/Screenshots.h"

#include <QAbstractButton>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QTranslator>

using namespace reweigh;

/// Tests the whole window in its other languages at 200 %: every layout fits, every elided button or label has its full text in the
/// tool tip, and texts are translated.
class tst_Languages : public QObject {
    Q_OBJECT

    static QString cut(const QWidget& widget)
    {
        if (!widget.isVisible() || !widget.toolTip().isEmpty())
            return {};
        QString text;
        if (const auto* button = qobject_cast<const QAbstractButton*>(&widget))
            text = button->text();
        else if (const auto* label = qobject_cast<const QLabel*>(&widget);
                 label && !label->wordWrap() && label->textFormat() != Qt::RichText)
            text = label->text();
        text.remove(QLatin1Char('&'));
        if (text.isEmpty() || text.contains(QLatin1Char('\n')) || widget.fontMetrics().horizontalAdvance(text) <= widget.width())
            return {};
        return QStringLiteral("%1 '%2'").arg(widget.objectName(), text);
    }

private Q_SLOTS:
    void initTestCase() { test::useOwnSettings(); }

    /// "geben Sie ein Wert von 0 bis 1": what is allowed stands in a case of its own, whatever it is.
    void whatAFieldTakesIsSaidInGerman()
    {
        QTranslator translator;
        QVERIFY(translator.load(QStringLiteral(REWEIGH_BINARY_DIR) + "/app/reweigh_de.qm"));
        QCoreApplication::installTranslator(&translator);
        ExperimentDocument document;
        QStringList said;
        for (const char* key : {"noise-rate", "batch-size"}) {
            const Status refused = document.set(key, -1, {});
            said << (refused ? QString() : fieldErrorText(refused.error()));
        }
        QCoreApplication::removeTranslator(&translator);
        QVERIFY2(said[0].endsWith(QStringLiteral("; erlaubt: ein Wert von 0 bis 1.")), qPrintable(said[0]));
        QVERIFY2(said[1].contains(QStringLiteral("; erlaubt: ein Wert ")), qPrintable(said[1]));
    }

    /// "Measure" was below what a small screen shows of "Before you start", behind an inner scroll bar.
    void measuringIsInSightOnASmallScreen()
    {
        for (const char* language : {"", "de", "ja"}) {
            QTranslator translator;
            if (*language) {
                QVERIFY(translator.load(QStringLiteral(REWEIGH_BINARY_DIR) + "/app/reweigh_" + language + ".qm"));
                QCoreApplication::installTranslator(&translator);
            }
            test::OpenWindow open;
            open.window.resize(1366, 768 - 40);
            open.window.showLayout(Layout::SetUp);
            QVERIFY(waitUntilSettled(open.window, open.bench));
            const auto* measure = open.window.findChild<QPushButton*>(QStringLiteral("measure"));
            QVERIFY(measure);
            const bool whole = measure->isVisible() && measure->visibleRegion() == QRegion(measure->rect());
            QCoreApplication::removeTranslator(&translator);
            QVERIFY2(whole, language);
        }
    }

    void fits_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("watch"); ///< the Watch layout's name
        QTest::newRow("German") << "de" << QStringLiteral("Zusehen");
        QTest::newRow("Japanese") << "ja" << QStringLiteral("観察");
    }
    void fits()
    {
        QFETCH(QString, language);
        QFETCH(QString, watch);
        QTranslator translator;
        QVERIFY(translator.load(QStringLiteral(REWEIGH_BINARY_DIR) + "/app/reweigh_" + language + ".qm"));
        QCoreApplication::installTranslator(&translator);
        QLocale::setDefault(QLocale(language));
        QCOMPARE(layoutTitle(Layout::Watch), watch);

        test::OpenWindow open;
        QCOMPARE(open.window.devicePixelRatioF(), 2.0);
        open.window.resize(1366, 768 - 40); // a small laptop's screen, without a panel and the title bar
        open.bench.current().takeSnapshot(test::searchedStudy(40));
        QStringList bad;
        for (const Layout layout : allLayouts) {
            open.window.showLayout(layout);
            QVERIFY(waitUntilSettled(open.window, open.bench));
            const QSize least = open.window.minimumSizeHint();
            QVERIFY2(least.width() <= 1366 && least.height() <= 768 - 40,
                     qPrintable(QStringLiteral("%1: %2 x %3").arg(layoutName(layout)).arg(least.width()).arg(least.height())));
            for (const QWidget* widget : open.window.findChildren<QWidget*>())
                if (const QString what = cut(*widget); !what.isEmpty())
                    bad << layoutName(layout) + ": " + what;
            for (const QScrollArea* area : open.window.findChildren<QScrollArea*>()) // without a bar, its right side is never seen
                if (!area->visibleRegion().isEmpty() && area->horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff && area->widget()
                    && area->widget()->width() > area->viewport()->width())
                    bad << QStringLiteral("%1: %2 is %3 wide, in sight %4")
                               .arg(layoutName(layout), area->objectName())
                               .arg(area->widget()->width())
                               .arg(area->viewport()->width());
            QVERIFY(!open.window.grab().isNull());
        }
        QCoreApplication::removeTranslator(&translator);
        QLocale::setDefault(QLocale::c());
        QVERIFY2(bad.isEmpty(), qPrintable(bad.join('\n')));
    }
};

int main(int argc, char** argv)
{
    qputenv("QT_SCALE_FACTOR", "2");
    QApplication application(argc, argv);
    tst_Languages test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_languages.moc"
