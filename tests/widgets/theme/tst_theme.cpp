// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/Theme.h"
#include "widgets/theme/ThemeStyle.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QCommandLinkButton>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QProxyStyle>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QSpinBox>
#include <QTabBar>
#include <QToolButton>
#include <QVBoxLayout>
#include <QWindow>
#include <QtTest>

using namespace reweigh;

/// The window's colours follow the system's while the program runs.
class tst_Theme : public QObject {
    Q_OBJECT

    static Theme& theme() { return Theme::instance(); }
    static QColor window() { return QApplication::palette().color(QPalette::Window); }

    /// As a platform does that gives programs a palette of its own.
    static void systemTurns(const QColor& ground, const QColor& ink)
    {
        QPalette palette;
        for (const QPalette::ColorRole role : {QPalette::Window, QPalette::Base, QPalette::Button})
            palette.setColor(role, ground);
        for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
            palette.setColor(role, ink);
        QApplication::setPalette(palette);
    }
    static void systemTurnsDark() { systemTurns(QColor("#202020"), QColor("#EEEEEE")); }
    static void systemTurnsLight() { systemTurns(QColor("#EFEFEF"), QColor("#101010")); }

    /// Pixels of the selection's colour in a picture of the widget.
    static int selectionPixels(QWidget& widget)
    {
        const QImage image = widget.grab().toImage();
        const QRgb wanted = theme().colour(Role::Selection).rgb();
        int found = 0;
        for (int y = 0; y < image.height(); ++y)
            for (int x = 0; x < image.width(); ++x)
                found += (image.pixel(x, y) | 0xff000000U) == (wanted | 0xff000000U);
        return found;
    }

private Q_SLOTS:
    void initTestCase() { theme().apply(*qApp); }

    /// Whatever the desktop wants: its icons do not follow the window's colours.
    void buttonsOfDialogsHaveNoIcons()
    {
        struct WithIcons : QProxyStyle {
            int styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget, QStyleHintReturn* returned) const override
            {
                return hint == SH_DialogButtonBox_ButtonsHaveIcons ? 1 : QProxyStyle::styleHint(hint, option, widget, returned);
            }
        };
        auto* desktop = new WithIcons;
        ThemeStyle style;
        style.setBaseStyle(desktop); // which it deletes
        QCOMPARE(desktop->styleHint(QStyle::SH_DialogButtonBox_ButtonsHaveIcons, nullptr, nullptr, nullptr), 1);
        QCOMPARE(style.styleHint(QStyle::SH_DialogButtonBox_ButtonsHaveIcons), 0);
        QDialogButtonBox box(QDialogButtonBox::Close);
        QVERIFY(box.button(QDialogButtonBox::Close)->icon().isNull());
    }

    void init()
    {
        theme().setScheme(ColourScheme::System);
        theme().setDesktopDark(std::nullopt);
        systemTurnsLight();
        QVERIFY(!theme().dark());
    }

    void aPaletteOfTheSystemIsFollowed()
    {
        QSignalSpy changed(&theme(), &Theme::changed);
        systemTurnsDark();
        QVERIFY(theme().dark());
        QCOMPARE(changed.count(), 1);
        QCOMPARE(window(), QColor("#14171C")); // the program's own dark, not the system's
        systemTurnsLight();
        QVERIFY(!theme().dark());
        QCOMPARE(window(), QColor("#F3F4F6"));
    }

    /// Where the platform only says that its theme is another one, its palette is read again, once for all windows.
    void anotherThemeOfThePlatform()
    {
        systemTurnsDark();
        QVERIFY(theme().dark());
        QSignalSpy changed(&theme(), &Theme::changed);
        QWindow first, second;
        for (QWindow* each : {&first, &second}) {
            QEvent event(QEvent::ThemeChange);
            QCoreApplication::sendEvent(each, &event);
        }
        QTRY_VERIFY(!theme().dark()); // that of the platform "offscreen" is light
        QCOMPARE(changed.count(), 1);
        QCOMPARE(window(), QColor("#F3F4F6"));
    }

    void aSchemeChosenByHandStays()
    {
        theme().setScheme(ColourScheme::Light);
        systemTurnsDark();
        QVERIFY(!theme().dark());
        QCOMPARE(window(), QColor("#F3F4F6"));
        theme().setScheme(ColourScheme::System); // it was noticed all the same
        QVERIFY(theme().dark());
    }

    /// The program's own palette is never taken for the system's.
    void itsOwnPaletteIsNotTheSystems()
    {
        theme().setScheme(ColourScheme::Dark);
        QEvent event(QEvent::ApplicationPaletteChange); // as Qt sends it when the system's font changes, for example
        QCoreApplication::sendEvent(qApp, &event);
        theme().apply(*qApp);
        theme().setScheme(ColourScheme::System);
        QVERIFY(!theme().dark());
    }

    void inkThatIsKept()
    {
        QWidget once, kept;
        setInk(once, Role::Bad);
        keepInk(kept, Role::Bad);
        const auto ink = [](const QWidget& widget) { return widget.palette().color(QPalette::WindowText); };
        QCOMPARE(ink(kept), QColor("#C0322B"));
        systemTurnsDark();
        QCOMPARE(ink(kept), QColor("#FF7A70"));
        QCOMPARE(ink(once), QColor("#C0322B"));
    }

    /// What has the keyboard focus has a frame in the selection's colour, whatever it is.
    void theFocusIsSeen_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void theFocusIsSeen()
    {
        QFETCH(bool, dark);
        theme().setScheme(dark ? ColourScheme::Dark : ColourScheme::Light);
        QWidget window;
        auto* column = new QVBoxLayout(&window);
        auto* first = new QLineEdit(&window);
        column->addWidget(first);
        std::vector<QWidget*> controls;
        const auto add = [&](QWidget* control, const char* name) {
            control->setObjectName(QString::fromLatin1(name));
            control->setFocusPolicy(Qt::StrongFocus);
            column->addWidget(control);
            controls.push_back(control);
        };
        add(new QPushButton(QStringLiteral("Keep running")), "button");
        add(new QCommandLinkButton(QStringLiteral("New study"), QStringLiteral("Choose data")), "choice");
        auto* raised = new QToolButton;
        raised->setText(QStringLiteral("⋯"));
        raised->setAutoRaise(true);
        add(raised, "flat tool button");
        auto* chosen = new QToolButton;
        chosen->setText(QStringLiteral("over the loss"));
        chosen->setCheckable(true);
        chosen->setChecked(true);
        add(chosen, "chosen tool button");
        auto* box = new QComboBox;
        box->addItem(QStringLiteral("TPE"));
        add(box, "choice of a list");
        add(new QSpinBox, "number");
        add(new QLineEdit(QStringLiteral("text")), "line");
        add(new QCheckBox(QStringLiteral("searched")), "check box");
        auto* mark = new QCheckBox;
        mark->setChecked(true);
        add(mark, "mark without text");
        add(new QSlider(Qt::Horizontal), "slider");
        auto* tabs = new QTabBar;
        tabs->addTab(QStringLiteral("one"));
        add(tabs, "tab");
        window.show();
        window.activateWindow();
        QWidget* previous = first;
        first->setFocus();
        QTRY_VERIFY(first->hasFocus());
        for (QWidget* control : controls) {
            const QImage before = control->grab().toImage();
            const int without = selectionPixels(*control);
            QTest::keyClick(previous, Qt::Key_Tab);
            QTRY_VERIFY(control->hasFocus());
            previous = control;
            const int with = selectionPixels(*control);
            // At least two sides of the smallest of them; the mark without text loses some of its fill to the gap.
            if (control == mark)
                QVERIFY2(control->grab().toImage() != before && with > 0, "mark without text");
            else
                QVERIFY2(with >= without + 20, qPrintable(control->objectName() + QStringLiteral(": %1 of %2").arg(with).arg(without)));
        }
    }

    /// A narrow list of choices, as that of the tags, says that its text goes on.
    void aChoiceWithoutRoomEndsInAnEllipsis()
    {
        class Recorder : public ThemeStyle {
        public:
            void drawItemText(QPainter*, const QRect&, int, const QPalette&, bool, const QString& text, QPalette::ColorRole) const override
            {
                drawn << text;
            }
            mutable QStringList drawn;
        };
        Recorder style;
        QComboBox box;
        box.setStyle(&style);
        const QString tag = QStringLiteral("a tag of several long words");
        box.addItem(tag);
        box.resize(box.sizeHint());
        box.grab();
        QCOMPARE(style.drawn.value(0), tag);
        style.drawn.clear();
        box.resize(box.sizeHint().width() / 2, box.height());
        box.grab();
        const QString cut = style.drawn.value(0);
        QVERIFY2(cut.startsWith(QStringLiteral("a tag")) && cut.endsWith(QStringLiteral("…")), qPrintable(cut));
    }

    void theDesktopsWordCountsMore()
    {
        theme().setDesktopDark(true);
        QVERIFY(theme().dark());
        systemTurnsLight();
        QVERIFY(theme().dark());
        theme().setDesktopDark(false);
        QVERIFY(!theme().dark());
        theme().setScheme(ColourScheme::Dark);
        QVERIFY(theme().dark());
    }
};

QTEST_MAIN(tst_Theme)
#include "tst_theme.moc"
