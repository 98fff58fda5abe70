<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>About</name>
    <message>
        <source>About Reweigh</source>
        <translation>Reweigh について</translation>
    </message>
    <message>
        <source>Reweigh %1</source>
        <translation>Reweigh %1</translation>
    </message>
    <message>
        <source>Meta-Weight-Net and its architecture under label noise and class imbalance.

Free software under the GNU General Public License, version 3 or later, without any warranty.

No telemetry: Reweigh sends nothing anywhere, and loads nothing but the data sets you ask for.

Qt %1</source>
        <translation>ラベルノイズとクラス不均衡のもとでの Meta-Weight-Net とその構造。

GNU General Public License バージョン 3 以降の自由ソフトウェアです。無保証です。

テレメトリはありません。Reweigh は何も送信せず、求められたデータセット以外は何も読み込みません。

Qt %1</translation>
    </message>
</context>
<context>
    <name>AxisText</name>
    <message>
        <source>%1–%2</source>
        <comment>range of values</comment>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>validation accuracy</source>
        <translation>検証精度</translation>
    </message>
    <message>
        <source>balanced validation accuracy</source>
        <translation>均衡検証精度</translation>
    </message>
    <message>
        <source>value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>This study has several objectives, and this view needs a single value of each trial. Pareto front shows two of them, History one.</source>
        <translation>このスタディには複数の目的がありますが、この表示には各試行に一つの値が必要です。「パレートフロント」では二つ、「履歴」では一つを見られます。</translation>
    </message>
    <message>
        <source>No complete trial yet.</source>
        <translation>完了した試行はまだありません。</translation>
    </message>
    <message>
        <source>No complete trial has “%1”: choose another quantity in this view&apos;s menu.</source>
        <translation>「%1」を持つ完了した試行がありません。この表示のメニューで別の量を選んでください。</translation>
    </message>
    <message>
        <source>No complete trial has both %1 and %2: choose others in this view&apos;s menu.</source>
        <translation>%1 と %2 の両方を持つ完了した試行がありません。この表示のメニューで別のものを選んでください。</translation>
    </message>
</context>
<context>
    <name>Claims</name>
    <message>
        <source>no seed has run everywhere yet</source>
        <translation>すべてのセルで実行されたシードはまだありません</translation>
    </message>
    <message numerus="yes">
        <source>%1 points, %n seed(s)</source>
        <comment>estimate and half-width</comment>
        <translation>
            <numerusform>%1 ポイント、シード %n 個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n seed(s)</source>
        <comment>estimate and half-width</comment>
        <translation>
            <numerusform>%1、シード %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>Student t over seeds: %1, after Holm over the hypotheses %2</source>
        <translation>シードでの Student の t: %1、仮説全体の Holm 補正後 %2</translation>
    </message>
    <message numerus="yes">
        <source>%n run(s) failed</source>
        <translation>
            <numerusform>失敗した実行 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Runs are missing: the level of 5 % holds for one look, at all of them.</source>
        <translation>実行が足りません。5 % の水準は、全部そろって一度だけ見るときのものです。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>cell, estimate</comment>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n cell(s) more</source>
        <translation>
            <numerusform>ほか %n セル</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 after Holm</source>
        <comment>p value</comment>
        <translation>%1 (Holm 補正後)</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n run(s)</source>
        <comment>runs that have ended</comment>
        <translation>
            <numerusform>実行 %n 件中 %1 件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, provisional</source>
        <comment>status of a hypothesis</comment>
        <translation>%1 (暫定)</translation>
    </message>
    <message>
        <source>not compared: the two do not have the same classes of this size</source>
        <translation>比較しません: 両者でこの大きさのクラスが同じではありません</translation>
    </message>
    <message numerus="yes">
        <source>In %n cell(s) the two do not have the same classes of this size with every seed; such seeds are left out.</source>
        <translation>
            <numerusform>%n 個のセルでは、シードによって両者のこの大きさのクラスが異なります。そのようなシードは除かれます。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ClassBars</name>
    <message>
        <source>true class size</source>
        <translation>真のクラスの大きさ</translation>
    </message>
    <message>
        <source>label right</source>
        <translation>ラベルが正しい</translation>
    </message>
    <message>
        <source>label wrong</source>
        <translation>ラベルが誤り</translation>
    </message>
    <message>
        <source>label kept</source>
        <translation>ラベル維持</translation>
    </message>
    <message>
        <source>label changed</source>
        <translation>ラベル変更</translation>
    </message>
    <message>
        <source>images</source>
        <comment>the axis of counts</comment>
        <translation>画像数</translation>
    </message>
    <message>
        <source>trained on, by label as it came</source>
        <translation>学習する画像（元のラベル別）</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>no run yet</source>
        <translation>実行はまだありません</translation>
    </message>
    <message>
        <source>%1 (1), no interval</source>
        <comment>mean of one seed</comment>
        <translation>%1 (1)、区間なし</translation>
    </message>
    <message>
        <source>%1 ± %2 (%3)</source>
        <comment>mean, half-width, seeds</comment>
        <translation>%1 ± %2 (%3)</translation>
    </message>
    <message>
        <source>%1 [%2, %3]</source>
        <comment>difference and its interval</comment>
        <translation>%1 [%2, %3]</translation>
    </message>
    <message>
        <source>p &lt; %1</source>
        <translation>p &lt; %1</translation>
    </message>
    <message>
        <source>p %1</source>
        <translation>p %1</translation>
    </message>
    <message>
        <source>%1, earlier</source>
        <comment>a variant, made of an earlier best trial</comment>
        <translation>%1 (以前)</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>input, hidden layers</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>few images %1</source>
        <comment>recall of the classes with few images</comment>
        <translation>画像の少ないクラス %1</translation>
    </message>
    <message>
        <source>noise AUROC %1</source>
        <translation>ノイズ AUROC %1</translation>
    </message>
    <message>
        <source>Another program made this study. It has no settings of trainings, so nothing can be retrained and compared.</source>
        <translation>このスタディは別のプログラムが作成しました。学習の設定がないため、再学習して比較することはできません。</translation>
    </message>
</context>
<context>
    <name>ComparisonSize</name>
    <message numerus="yes">
        <source>about %n second(s)</source>
        <translation>
            <numerusform>約 %n 秒</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n minute(s)</source>
        <translation>
            <numerusform>約 %n 分</numerusform>
        </translation>
    </message>
    <message>
        <source>about %1 hours</source>
        <translation>約 %1 時間</translation>
    </message>
</context>
<context>
    <name>CostEstimate</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 ミリ秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 時間 %2 分</translation>
    </message>
</context>
<context>
    <name>CurveThings</name>
    <message>
        <source>%1, earlier</source>
        <comment>a variant, made of an earlier best trial</comment>
        <translation>%1 (以前)</translation>
    </message>
    <message>
        <source>%1 %2: %3</source>
        <comment>trial, split, value</comment>
        <translation>%1 %2: %3</translation>
    </message>
    <message>
        <source>%1 %2: %3 ± %4 (%5)</source>
        <comment>variant, split, mean, half-width, runs</comment>
        <translation>%1 %2: %3 ± %4 (%5)</translation>
    </message>
    <message>
        <source>%1 %2: %3 (%4)</source>
        <comment>variant, split, mean, runs</comment>
        <translation>%1 %2: %3 (%4)</translation>
    </message>
</context>
<context>
    <name>DataText</name>
    <message>
        <source>labels as they are</source>
        <translation>ラベルはそのまま</translation>
    </message>
    <message>
        <source>%1 of %2 labels made wrong (%3 %4)</source>
        <translation>%2 個のうち %1 個のラベルを誤らせた (%3 %4)</translation>
    </message>
    <message>
        <source>every image kept</source>
        <translation>画像はすべて使用</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Made by an earlier version, whose fingerprint covers labels only: whether the images are the same cannot be checked.</source>
        <translation>以前の版で作られ、フィンガープリントがラベルだけを含むため、画像が同じかどうかは確認できません。</translation>
    </message>
    <message>
        <source>true labels from a file, %1 of %2 labels differ from them</source>
        <translation>真のラベルはファイルから、%2 個のうち %1 個のラベルがそれと異なる</translation>
    </message>
    <message>
        <source>labels from a file (column %3), %1 of %2 differ from those that count as true</source>
        <translation>ファイルのラベル (列 %3)、%2 個のうち %1 個が真とされるラベルと異なる</translation>
    </message>
    <message>
        <source>%1; %2</source>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>meta set: pseudo, chosen by loss, not checked</source>
        <translation>メタ集合: 疑似、損失で選択、未確認</translation>
    </message>
    <message>
        <source>meta and validation images from the checked ones</source>
        <translation>メタ画像と検証画像は確認済みの画像から</translation>
    </message>
    <message>
        <source>validation images from the checked ones</source>
        <translation>検証画像は確認済みの画像から</translation>
    </message>
    <message>
        <source>meta and validation images not checked</source>
        <translation>メタ画像と検証画像は未確認</translation>
    </message>
    <message>
        <source>validation images not checked</source>
        <translation>検証画像は未確認</translation>
    </message>
    <message>
        <source>every label said to be right</source>
        <translation>すべてのラベルが正しいとの指定</translation>
    </message>
    <message>
        <source>test images from the checked ones</source>
        <translation>テスト画像は確認済みの画像から</translation>
    </message>
    <message>
        <source>test images not checked</source>
        <translation>テスト画像は未確認</translation>
    </message>
    <message>
        <source>; </source>
        <translation>、</translation>
    </message>
    <message>
        <source>folders not read: %1</source>
        <translation>読み込まれないフォルダー: %1</translation>
    </message>
    <message>
        <source>test images from the folder %1</source>
        <translation>テスト画像はフォルダー %1 から</translation>
    </message>
    <message>
        <source>image files left out that cannot be read: %1 (the first is %2: %3)</source>
        <translation>読めないため除いた画像ファイル: %1（最初は %2: %3）</translation>
    </message>
    <message>
        <source>files that are no images: %1 (the first is %2)</source>
        <translation>画像でないファイル: %1（最初は %2）</translation>
    </message>
    <message>
        <source>images beside the class folders, not read: %1</source>
        <translation>クラスのフォルダーの外にあり読まない画像: %1</translation>
    </message>
    <message>
        <source>images left out: %1 (%2 imbalance %3)</source>
        <translation>除外した画像: %1 (不均衡 %2 %3)</translation>
    </message>
    <message>
        <source>images left out: %1 (at most %2 asked for)</source>
        <translation>除外した画像: %1 (上限の指定 %2)</translation>
    </message>
    <message>
        <source>images left out: %1 (named by a list)</source>
        <translation>除外した画像: %1 (リストで指定)</translation>
    </message>
    <message>
        <source>test images from a folder of their own</source>
        <translation>テスト画像は専用のフォルダーから</translation>
    </message>
    <message>
        <source>images turned upright by their EXIF data: %1</source>
        <translation>EXIF データに従って正しい向きに直した画像: %1</translation>
    </message>
    <message>
        <source>images with an EXIF orientation, read as they are stored: %1</source>
        <translation>EXIF の向きがあり、保存されたままで読み込まれる画像: %1</translation>
    </message>
    <message>
        <source>few test images: %1, of a class none; one is %2 percentage points of accuracy</source>
        <translation>テスト画像が少数: %1 枚、1 枚もないクラスがある。1 枚が精度の %2 ポイントに当たる</translation>
    </message>
    <message>
        <source>few test images: %1, of the class with fewest %2; one is %3 percentage points of accuracy and %4 of the recall of that class</source>
        <translation>テスト画像が少数: %1 枚、最も少ないクラスは %2 枚。1 枚が精度の %3 ポイント、そのクラスの再現率の %4 ポイントに当たる</translation>
    </message>
    <message>
        <source>every image kept but the %1 of %2 that are held out</source>
        <translation>取り分ける %1 枚（全 %2 枚中）を除き、画像はすべて使用</translation>
    </message>
    <message>
        <source>few images left to train on: meta and validation images take %1 of the %2 of %3, the smallest class; lower %4</source>
        <translation>学習に残る画像が少数: メタ画像と検証画像が最小クラス %3 の %2 枚中 %1 枚を占める。%4 を小さくしてください</translation>
    </message>
</context>
<context>
    <name>DeviceSampler</name>
    <message>
        <source>CPU %1 × %2 %</source>
        <translation>CPU %1 × %2 %</translation>
    </message>
    <message>
        <source>%1 of %2 GiB</source>
        <translation>%2 GiB 中 %1</translation>
    </message>
    <message>
        <source>%1 %2 %, %3 of %4 GiB</source>
        <translation>%1 %2 %、%4 GiB 中 %3</translation>
    </message>
    <message>
        <source>no NVIDIA GPU</source>
        <translation>NVIDIA GPU なし</translation>
    </message>
    <message>
        <source>no NVIDIA GPU: running on the CPU in %1</source>
        <translation>NVIDIA GPU なし: CPU の %1 で実行</translation>
    </message>
</context>
<context>
    <name>Documents</name>
    <message>
        <source>%1 holds %2 studies: each has a tab.</source>
        <translation>%1 には %2 個のスタディがあり、それぞれタブで開きました。</translation>
    </message>
    <message>
        <source>%1 holds %2 studies: the first %3 have tabs. File &gt; Studies in this file opens another one.</source>
        <translation>%1 には %2 個のスタディがあり、最初の %3 個をタブで開きました。ほかは「ファイル &gt; このファイルのスタディ」で開けます。</translation>
    </message>
</context>
<context>
    <name>FieldText</name>
    <message>
        <source>a value from %1 to %2</source>
        <translation>%1 から %2 の値</translation>
    </message>
    <message>
        <source>a value above %1, at most %2</source>
        <translation>%1 より大きく %2 以下の値</translation>
    </message>
    <message>
        <source>a value above %1</source>
        <translation>%1 より大きい値</translation>
    </message>
    <message>
        <source>a value of at least %1</source>
        <translation>%1 以上の値</translation>
    </message>
    <message>
        <source>%1 to %2 whole numbers from %3 to %4</source>
        <translation>%3 から %4 の整数を %1 から %2 個</translation>
    </message>
    <message>
        <source>at least one</source>
        <translation>少なくとも一つ</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>「%1」</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空</translation>
    </message>
</context>
<context>
    <name>FigureExport</name>
    <message>
        <source>%1 · recipe %2 · Reweigh %3</source>
        <translation>%1 · レシピ %2 · Reweigh %3</translation>
    </message>
    <message>
        <source>%1 · Reweigh %2</source>
        <translation>%1 · Reweigh %2</translation>
    </message>
</context>
<context>
    <name>GainGrid</name>
    <message>
        <source>± %1</source>
        <comment>half-width</comment>
        <translation>± %1</translation>
    </message>
    <message>
        <source>no pair of runs yet</source>
        <translation>対になる実行はまだありません</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 ポイント</translation>
    </message>
    <message>
        <source>%1, n %2: %3</source>
        <comment>difference, seeds, verdict</comment>
        <translation>%1、n %2: %3</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>cell, what is known of it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>a further seed tells most here</source>
        <translation>次のシードはここで最も役立ちます</translation>
    </message>
    <message>
        <source>a further seed tells most here: %1</source>
        <comment>cell</comment>
        <translation>次のシードが最も役立つセル: %1</translation>
    </message>
    <message>
        <source>trained in: %1</source>
        <translation>学習: %1</translation>
    </message>
    <message>
        <source>found in: %1</source>
        <translation>発見: %1</translation>
    </message>
    <message>
        <source>own</source>
        <comment>network</comment>
        <translation>自身</translation>
    </message>
    <message>
        <source>%1: its own network, which the others are compared with</source>
        <translation>%1: このセル自身のネットワーク。ほかはこれと比べます</translation>
    </message>
    <message>
        <source>Network found in %1, trained in %2, minus the network found there: %3</source>
        <translation>%1 で見つけ %2 で学習したネットワーク − そこで見つけたもの: %3</translation>
    </message>
    <message>
        <source>the same</source>
        <comment>training</comment>
        <translation>同一</translation>
    </message>
    <message>
        <source>both are the same training</source>
        <translation>両者は同じ学習です</translation>
    </message>
    <message>
        <source>not compared: the two do not have the same classes of this size</source>
        <translation>比較しません: 両者でこの大きさのクラスが同じではありません</translation>
    </message>
</context>
<context>
    <name>HealthText</name>
    <message>
        <source>healthy: spread %1</source>
        <translation>健全: ばらつき %1</translation>
    </message>
    <message>
        <source>collapsed: %1 % below %2</source>
        <translation>崩壊: %1 % が %2 未満</translation>
    </message>
    <message>
        <source>flat: spread %1</source>
        <translation>平坦: ばらつき %1</translation>
    </message>
    <message>
        <source>meta gradient vanishes: %1</source>
        <translation>メタ勾配が消失: %1</translation>
    </message>
    <message>
        <source>no weights</source>
        <translation>重みなし</translation>
    </message>
    <message>
        <source>not monotone: ρ %1</source>
        <translation>単調でない: ρ %1</translation>
    </message>
    <message>
        <source>Nearly every sample has a weight of 0, so the classifier hardly learns.</source>
        <translation>ほとんどのサンプルの重みが 0 なので、分類器はほぼ学習しません。</translation>
    </message>
    <message>
        <source>Lower the meta learning rate, or normalise the weights over the batch.</source>
        <translation>メタ学習率を下げるか、重みをバッチで正規化してください。</translation>
    </message>
    <message>
        <source>All samples count equally, as in plain training.</source>
        <translation>どのサンプルも同じ重さで、通常の学習と同じです。</translation>
    </message>
    <message>
        <source>Raise the meta learning rate, train longer, or give the network that weighs an input that distinguishes samples.</source>
        <translation>メタ学習率を上げるか、長く学習するか、サンプルを区別できる入力を重み付けネットワークに与えてください。</translation>
    </message>
    <message>
        <source>The network that weighs no longer learns: the meta set is fitted, or its sigmoid is saturated. Take a larger meta set, or a lower meta learning rate from the start.</source>
        <translation>重み付けネットワークはもう学習していません。メタ集合に適合したか、シグモイドが飽和しています。メタ集合を大きくするか、最初からメタ学習率を下げてください。</translation>
    </message>
    <message>
        <source>The weights hardly follow the meta set any more, because it is fitted. Take a larger meta set.</source>
        <translation>メタ集合に適合したため、重みはもうほとんど変わりません。メタ集合を大きくしてください。</translation>
    </message>
    <message>
        <source>This training weighs no sample: all count equally.</source>
        <translation>この学習は重みを使いません。どのサンプルも同じ重さです。</translation>
    </message>
    <message>
        <source>Samples whose labels were changed weigh more than others. 1 − weight finds them with AUROC %1; 0.5 is chance.</source>
        <translation>ラベルを変更したサンプルが他より重くなっています。1 − 重みがそれを見つける AUROC は %1、0.5 は偶然です。</translation>
    </message>
    <message>
        <source>Samples with wrong labels weigh more than others. 1 − weight finds them with AUROC %1; 0.5 is chance.</source>
        <translation>誤ラベルのサンプルが他より重くなっています。1 − 重みがそれを見つける AUROC は %1、0.5 は偶然です。</translation>
    </message>
    <message>
        <source>upside down: AUROC %1</source>
        <translation>逆転: AUROC %1</translation>
    </message>
    <message>
        <source>A high loss is a sign of a rare class as well as of a wrong label. The loss together with the label can tell the two apart.</source>
        <translation>損失が高いのは、まれなクラスのしるしでも誤ラベルのしるしでもあります。損失とラベルを合わせれば区別できることがあります。</translation>
    </message>
    <message>
        <source>spread %1</source>
        <translation>ばらつき %1</translation>
    </message>
    <message>
        <source>That they tell wrong labels from right ones is not shown: AUROC %1.</source>
        <translation>誤りと正しいラベルを見分けているとは示されていません: AUROC %1。</translation>
    </message>
    <message>
        <source>Whether that is of use is not known: no label is known to be wrong.</source>
        <translation>誤りと分かっているラベルがないため、役立つかは分かりません。</translation>
    </message>
    <message>
        <source>ρ is the rank correlation of loss and weight.</source>
        <translation>ρ は損失と重みの順位相関です。</translation>
    </message>
    <message>
        <source>If it is not, use fewer nodes or a larger meta set.</source>
        <translation>そうでなければ、ノードを減らすか、メタ集合を大きくしてください。</translation>
    </message>
    <message>
        <source>That may be meant where hard samples help.</source>
        <translation>難しいサンプルが役立つ場合は、意図したとおりかもしれません。</translation>
    </message>
    <message>
        <source>That may be meant where the hardest samples have wrong labels.</source>
        <translation>最も難しいサンプルのラベルが誤っている場合は、意図したとおりかもしれません。</translation>
    </message>
    <message>
        <source>Fewer nodes or a larger meta set make the curve smoother.</source>
        <translation>ノードを減らすか、メタ集合を大きくすると、曲線は滑らかになります。</translation>
    </message>
    <message>
        <source>They hardly change with the loss.</source>
        <translation>損失によってほとんど変わりません。</translation>
    </message>
    <message>
        <source>They rise with the loss: hard samples count more.</source>
        <translation>損失とともに上がり、難しいサンプルほど重くなります。</translation>
    </message>
    <message>
        <source>They fall with the loss: hard samples count less.</source>
        <translation>損失とともに下がり、難しいサンプルほど軽くなります。</translation>
    </message>
    <message>
        <source>With the loss the weight first rises, then falls: samples between easy and hard count most.</source>
        <translation>損失とともに重みはまず上がり、次に下がります。中程度の難しさのサンプルが最も重くなります。</translation>
    </message>
    <message>
        <source>With the loss the weight first falls, then rises: samples between easy and hard count least.</source>
        <translation>損失とともに重みはまず下がり、次に上がります。中程度の難しさのサンプルが最も軽くなります。</translation>
    </message>
    <message>
        <source>With the loss the weight rises and falls more than once.</source>
        <translation>損失とともに重みは何度も上がり下がりします。</translation>
    </message>
    <message>
        <source>Weights differ between samples: standard deviation %1 around a mean of %2.</source>
        <translation>重みはサンプルごとに異なります。平均 %2 のまわりの標準偏差 %1。</translation>
    </message>
    <message>
        <source>Lower the meta learning rate.</source>
        <translation>メタ学習率を下げてください。</translation>
    </message>
    <message>
        <source>A high loss is a sign of a rare class as well as of a wrong label. The network sees the label beside the loss, which can tell the two apart, but it has not learned to do so.</source>
        <translation>高い損失は、誤ラベルのしるしであると同時に少数クラスのしるしでもあります。このネットワークは損失のほかにラベルも見ていて、両者を区別できるはずですが、それを学んでいません。</translation>
    </message>
</context>
<context>
    <name>ImageFaults</name>
    <message>
        <source>unknown image type</source>
        <translation>不明な画像形式</translation>
    </message>
    <message>
        <source>not decodable</source>
        <translation>デコードできません</translation>
    </message>
    <message>
        <source>leads to no file</source>
        <translation>リンク先のファイルがありません</translation>
    </message>
    <message>
        <source>the JPEG is cut off</source>
        <translation>JPEG が途中で切れています</translation>
    </message>
    <message>
        <source>bad Huffman table</source>
        <translation>ハフマン表が不正です</translation>
    </message>
    <message>
        <source>0 bytes, expected an image</source>
        <translation>0 バイト (画像が必要)</translation>
    </message>
    <message>
        <source>four colour channels, and no Adobe marker says which</source>
        <translation>色チャンネルが 4 つあり、種類を示す Adobe マーカーがありません</translation>
    </message>
    <message>
        <source>begins as a %1 file does</source>
        <translation>%1 ファイルと同じ先頭です</translation>
    </message>
    <message>
        <source>the JPEG lacks a table that it names</source>
        <translation>JPEG が参照する表がありません</translation>
    </message>
</context>
<context>
    <name>LabelMarks</name>
    <message>
        <source>✓ right</source>
        <translation>✓ 正しい</translation>
    </message>
    <message>
        <source>✕ wrong</source>
        <translation>✕ 誤り</translation>
    </message>
    <message>
        <source>? unsure</source>
        <translation>? 不明</translation>
    </message>
    <message>
        <source>Mark %1: %2</source>
        <translation>%1 に印を付ける: %2</translation>
    </message>
    <message>
        <source>Unmark %1</source>
        <translation>%1 の印を消す</translation>
    </message>
    <message>
        <source>Import marks</source>
        <translation>印を読み込む</translation>
    </message>
</context>
<context>
    <name>LayerStrip</name>
    <message>
        <source>%1 more</source>
        <translation>ほか %1</translation>
    </message>
</context>
<context>
    <name>Layout</name>
    <message>
        <source>Set up</source>
        <translation>準備</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>観察</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>探索</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>計画</translation>
    </message>
</context>
<context>
    <name>MarkFiles</name>
    <message>
        <source>Data (*.csv)</source>
        <translation>データ (*.csv)</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>書き出しました: %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln mark(s) imported from %1.</source>
        <translation>
            <numerusform>%1 から印を %Ln 個読み込みました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 %Ln are of images that are not in this data set, and were left out.</source>
        <translation>
            <numerusform>%1 %Ln 個はこのデータセットにない画像の印なので除外しました。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 The name %2 is not UTF-8: save the file as UTF-8.</source>
        <translation>%1 名前 %2 は UTF-8 ではありません。ファイルを UTF-8 で保存してください。</translation>
    </message>
</context>
<context>
    <name>ModelPanel</name>
    <message>
        <source>image</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>%1 × %2</source>
        <translation>%1 × %2</translation>
    </message>
    <message>
        <source>head</source>
        <translation>ヘッド</translation>
    </message>
    <message>
        <source>in</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>重み</translation>
    </message>
</context>
<context>
    <name>NextRun</name>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <translation>
            <numerusform>%1 ほか %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Start the study: %n trial(s)</source>
        <translation>
            <numerusform>スタディを始める: 試行 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Start a new study: %1 changed</source>
        <translation>新しいスタディを始める: %1 を変更</translation>
    </message>
    <message numerus="yes">
        <source>Continue: %n more trial(s)</source>
        <translation>
            <numerusform>続ける: あと試行 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Start</source>
        <comment>a study, on a button</comment>
        <translation>開始</translation>
    </message>
    <message>
        <source>Start new</source>
        <comment>a new study, on a button</comment>
        <translation>新規に開始</translation>
    </message>
    <message>
        <source>Continue</source>
        <comment>a study, on a button</comment>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Run</source>
        <comment>a study, on a button</comment>
        <translation>実行</translation>
    </message>
    <message>
        <source>Resume without the changed %1</source>
        <translation>変更 (%1) を使わずに再開</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message numerus="yes">
        <source>All %Ln trial(s) are done</source>
        <translation>
            <numerusform>試行 %Ln 件はすべて終了</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ParameterText</name>
    <message>
        <source>hidden layers</source>
        <translation>隠れ層</translation>
    </message>
    <message>
        <source>nodes per layer (geometric mean)</source>
        <translation>層のノード数 (幾何平均)</translation>
    </message>
    <message>
        <source>input layer</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>活性化</translation>
    </message>
    <message>
        <source>meta learning rate</source>
        <translation>メタ学習率</translation>
    </message>
    <message>
        <source>nodes, layer %1</source>
        <translation>ノード数、層 %1</translation>
    </message>
    <message>
        <source>standardised input</source>
        <translation>標準化した入力</translation>
    </message>
    <message>
        <source>%1, standardised</source>
        <translation>%1、標準化</translation>
    </message>
    <message>
        <source>number of the trial</source>
        <translation>試行の番号</translation>
    </message>
    <message>
        <source>time of the trial (s)</source>
        <translation>試行の時間 (秒)</translation>
    </message>
    <message>
        <source>best epoch</source>
        <translation>最良エポック</translation>
    </message>
    <message>
        <source>test accuracy (never searched)</source>
        <translation>テスト精度 (探索には使わない)</translation>
    </message>
    <message>
        <source>noise AUROC</source>
        <translation>ノイズ AUROC</translation>
    </message>
    <message>
        <source>parameters of the weighting network</source>
        <translation>重み付けネットワークのパラメータ数</translation>
    </message>
    <message>
        <source>value of the trial</source>
        <translation>試行の値</translation>
    </message>
    <message>
        <source>mean over fresh seeds</source>
        <translation>新しいシードでの平均</translation>
    </message>
    <message>
        <source>time at which the trial began</source>
        <translation>試行が始まった時刻</translation>
    </message>
</context>
<context>
    <name>PlanCells</name>
    <message>
        <source>%1
Study in %2</source>
        <translation>%1
スタディ: %2</translation>
    </message>
    <message>
        <source>
Fingerprint of the data %1</source>
        <translation>
データの指紋 %1</translation>
    </message>
    <message>
        <source>○ waiting</source>
        <translation>○ 待機中</translation>
    </message>
    <message>
        <source>▶ running here</source>
        <translation>▶ ここで実行中</translation>
    </message>
    <message>
        <source>▷ running elsewhere</source>
        <translation>▷ ほかで実行中</translation>
    </message>
    <message>
        <source>✓ done</source>
        <translation>✓ 完了</translation>
    </message>
    <message>
        <source>✕ cannot be used</source>
        <translation>✕ 使えません</translation>
    </message>
</context>
<context>
    <name>PlanNews</name>
    <message>
        <source>%1: %2, seed %3</source>
        <comment>cell, variant</comment>
        <translation>%1: %2、シード %3</translation>
    </message>
    <message>
        <source>%1: trial %2 of the random search</source>
        <comment>cell</comment>
        <translation>%1: ランダム探索の試行 %2</translation>
    </message>
    <message>
        <source>%1: trial %2</source>
        <comment>cell</comment>
        <translation>%1: 試行 %2</translation>
    </message>
    <message>
        <source>%1, failed</source>
        <comment>a training</comment>
        <translation>%1、失敗</translation>
    </message>
    <message>
        <source>%1, test accuracy %2</source>
        <comment>a training</comment>
        <translation>%1、テスト精度 %2</translation>
    </message>
    <message>
        <source>%1, value %2</source>
        <comment>a training</comment>
        <translation>%1、値 %2</translation>
    </message>
</context>
<context>
    <name>PlanProgress</name>
    <message>
        <source>Plan %1: stopping, checkpoints are written</source>
        <translation>計画 %1: 停止中、チェックポイントを書いています</translation>
    </message>
    <message numerus="yes">
        <source>Plan %1: %2 of %Ln training(s)</source>
        <translation>
            <numerusform>計画 %1: 学習 %Ln 回中 %2 回</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanReport</name>
    <message>
        <source>%1 better than %2 by more than %3, %4</source>
        <translation>%1 が %2 より %3 を超えて優れる、%4</translation>
    </message>
    <message>
        <source>%1 within %3 of %2, %4</source>
        <translation>%1 は %2 から %3 以内、%4</translation>
    </message>
    <message>
        <source>%1 above %2, %3</source>
        <translation>%1 は %2 より上、%3</translation>
    </message>
    <message>
        <source>%1 below %2, %3</source>
        <translation>%1 は %2 より下、%3</translation>
    </message>
    <message>
        <source>supported</source>
        <translation>支持された</translation>
    </message>
    <message>
        <source>refuted</source>
        <translation>反証された</translation>
    </message>
    <message>
        <source>cannot tell</source>
        <translation>判定できない</translation>
    </message>
    <message>
        <source>no seed has all the runs that it needs</source>
        <translation>必要な実行がすべてそろったシードがない</translation>
    </message>
    <message>
        <source>%1, one seed: no interval</source>
        <comment>estimate</comment>
        <translation>%1、シード一つ: 区間なし</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n seed(s), p %2 after Holm</source>
        <comment>estimate, p value</comment>
        <translation>
            <numerusform>%1、シード %n 個、Holm 補正後 p %2</numerusform>
        </translation>
    </message>
    <message>
        <source>all</source>
        <comment>cells</comment>
        <translation>すべて</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 中 %1</translation>
    </message>
    <message>
        <source>Hypotheses</source>
        <translation>仮説</translation>
    </message>
    <message>
        <source>name</source>
        <translation>名前</translation>
    </message>
    <message>
        <source>claim</source>
        <translation>主張</translation>
    </message>
    <message>
        <source>cells</source>
        <translation>セル</translation>
    </message>
    <message>
        <source>runs</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>estimate ± 95 %</source>
        <translation>推定 ± 95 %</translation>
    </message>
    <message>
        <source>seeds</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>p, Holm</source>
        <translation>p、Holm</translation>
    </message>
    <message>
        <source>status</source>
        <translation>判定</translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n 件失敗</numerusform>
        </translation>
    </message>
    <message>
        <source>The same in each cell alone, for the eye: no claim of its own</source>
        <translation>セルごとの同じ値 (参考。独立の主張ではありません)</translation>
    </message>
    <message>
        <source>cell</source>
        <translation>セル</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>答え</translation>
    </message>
    <message>
        <source>The plan states no hypothesis; what follows is what its runs show.</source>
        <translation>この計画に仮説はありません。以下は実行が示すものです。</translation>
    </message>
    <message numerus="yes">
        <source>Of %n hypothesis(es), written down before the runs:</source>
        <translation>
            <numerusform>実行前に書かれた仮説 %n 件のうち:</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 supported, %2 refuted, %3 undecided.</source>
        <translation>支持 %1、反証 %2、未判定 %3。</translation>
    </message>
    <message>
        <source>The plan has not ended; the answer may change.</source>
        <translation>計画は終わっていません。答えは変わりえます。</translation>
    </message>
    <message>
        <source>variant</source>
        <translation>バリアント</translation>
    </message>
    <message>
        <source>Test accuracy, %</source>
        <translation>テスト精度、%</translation>
    </message>
    <message numerus="yes">
        <source>last %n epoch(s)</source>
        <translation>
            <numerusform>最後の %n エポック</numerusform>
        </translation>
    </message>
    <message>
        <source>last epochs</source>
        <translation>最後のエポック群</translation>
    </message>
    <message>
        <source>last epoch</source>
        <translation>最終エポック</translation>
    </message>
    <message>
        <source>best epoch*</source>
        <translation>最良エポック*</translation>
    </message>
    <message>
        <source>balanced</source>
        <translation>均衡</translation>
    </message>
    <message>
        <source>Mean over seeds ± Student-t 95 % half-width; one seed has no interval. * The best epoch is chosen by this very figure and is too good by its nature; no verdict uses it.</source>
        <translation>シードの平均 ± Student の t による 95 % 区間の半幅。シード一つに区間はありません。* 最良エポックはこの値そのもので選ばれ、必ず良すぎます。判定には使いません。</translation>
    </message>
    <message>
        <source>By class size, and calibration on test images</source>
        <translation>クラスの大きさ別、テスト画像での較正</translation>
    </message>
    <message>
        <source>many, %</source>
        <translation>多い、%</translation>
    </message>
    <message>
        <source>medium, %</source>
        <translation>中間、%</translation>
    </message>
    <message>
        <source>few, %</source>
        <translation>少ない、%</translation>
    </message>
    <message>
        <source>ECE, %</source>
        <translation>ECE、%</translation>
    </message>
    <message>
        <source>NLL</source>
        <translation>NLL</translation>
    </message>
    <message>
        <source>Many, medium, few: recall in the thirds of the classes with the most, the middle and the fewest training images. ECE: expected calibration error; NLL: negative log-likelihood, in nats. All over the last epochs.</source>
        <translation>多い、中間、少ない: 学習画像が最も多い、中間、最も少ない三分の一のクラスの再現率。ECE: 期待較正誤差。NLL: 負の対数尤度 (nat)。いずれも最後のエポック群。</translation>
    </message>
    <message>
        <source>1 − weight as a score for wrong labels</source>
        <translation>1 − 重みを誤ラベルのスコアとみた値</translation>
    </message>
    <message>
        <source>AUROC</source>
        <translation>AUROC</translation>
    </message>
    <message>
        <source>AUROC, few</source>
        <translation>AUROC、少ない</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a variant, what its weights do</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>What the weights do</source>
        <translation>重みのはたらき</translation>
    </message>
    <message>
        <source>at least 2 pairs</source>
        <translation>少なくとも 2 組</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>how many more seeds it takes</comment>
        <translation>不明</translation>
    </message>
    <message>
        <source>Differences and their verdicts</source>
        <translation>差と判定</translation>
    </message>
    <message>
        <source>difference</source>
        <translation>差</translation>
    </message>
    <message>
        <source>pairs</source>
        <translation>組</translation>
    </message>
    <message>
        <source>mean ± 95 %</source>
        <translation>平均 ± 95 %</translation>
    </message>
    <message>
        <source>Hedges&apos; g, 95 %</source>
        <translation>Hedges の g、95 %</translation>
    </message>
    <message>
        <source>signed rank</source>
        <translation>符号順位</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>seeds missing</source>
        <translation>不足シード</translation>
    </message>
    <message>
        <source>Test accuracy, in percentage points, paired by seed; AUROC as it is. p: Student&apos;s t; verdict: p after Holm over this table below 0.05; signed rank: Wilcoxon&apos;s, exact. Seeds missing: further ones for 80 % power at the level that Holm leaves the row, if the difference is as large as seen.</source>
        <translation>テスト精度 (パーセントポイント)、シードで対応づけ。AUROC はそのまま。p: Student の t。判定: この表での Holm 補正後 p が 0.05 未満。符号順位: Wilcoxon、正確。不足シード: 差が見たとおりの大きさなら、Holm がその行に残す水準で検出力 80 % に要る追加の数。</translation>
    </message>
    <message>
        <source>%1 − %2</source>
        <comment>the difference of two variants</comment>
        <translation>%1 − %2</translation>
    </message>
    <message>
        <source>%1: %2 − %3</source>
        <comment>a variant, a metric, the chance level</comment>
        <translation>%1: %2 − %3</translation>
    </message>
    <message numerus="yes">
        <source>%n seed(s) without a pair</source>
        <translation>
            <numerusform>組のないシード %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>セル</translation>
    </message>
    <message>
        <source>No run of this cell has ended.</source>
        <translation>このセルで終わった実行はまだありません。</translation>
    </message>
    <message>
        <source>What searched variants were chosen by, and what they are worth, accuracy in %</source>
        <translation>探索したバリアントの選択の根拠と実際の価値、精度 %</translation>
    </message>
    <message>
        <source>trials</source>
        <translation>試行</translation>
    </message>
    <message>
        <source>validation that chose it</source>
        <translation>選択した検証精度</translation>
    </message>
    <message>
        <source>validation, fresh seeds</source>
        <translation>検証、新しいシード</translation>
    </message>
    <message>
        <source>test, fresh seeds</source>
        <translation>テスト、新しいシード</translation>
    </message>
    <message>
        <source>The best of many trials looks too good (the winner&apos;s curse): only the figures with fresh seeds say what it is worth.</source>
        <translation>多くの試行の最良は良く見えすぎます (勝者の呪い)。価値を示すのは新しいシードの値だけです。</translation>
    </message>
    <message>
        <source>Networks found in one cell and trained in another</source>
        <translation>あるセルで見つかり別のセルで学習したネットワーク</translation>
    </message>
    <message>
        <source>found in</source>
        <translation>見つけたセル</translation>
    </message>
    <message>
        <source>trained in</source>
        <translation>学習したセル</translation>
    </message>
    <message>
        <source>difference ± 95 %</source>
        <translation>差 ± 95 %</translation>
    </message>
    <message>
        <source>Test accuracy of the foreign network minus that of the cell&apos;s own, in percentage points, paired by seed; verdicts after Holm over the matrix.</source>
        <translation>他のセルのネットワークのテスト精度から自セルのものを引いた差 (パーセントポイント)、シードで対応づけ。判定は行列での Holm 補正後。</translation>
    </message>
    <message>
        <source>Networks found in one cell are to be trained in others; none of these runs has ended.</source>
        <translation>あるセルのネットワークを他のセルで学習する予定ですが、終わった実行はまだありません。</translation>
    </message>
    <message>
        <source>hatched: undecided   ▲ better   ▼ worse</source>
        <translation>斜線: 未判定   ▲ 優れる   ▼ 劣る</translation>
    </message>
    <message>
        <source>gain, mean ± 95 %</source>
        <translation>利得、平均 ± 95 %</translation>
    </message>
    <message>
        <source>gain in %1, mean ± 95 %</source>
        <translation>利得 (%1)、平均 ± 95 %</translation>
    </message>
    <message>
        <source>Not run yet</source>
        <translation>未実行</translation>
    </message>
    <message>
        <source>variants (seeds)</source>
        <translation>バリアント (シード)</translation>
    </message>
    <message>
        <source>Trials: of the searches that variants need. The same plan continues where it stopped.</source>
        <translation>試行: バリアントに必要な探索のもの。同じ計画は止まったところから続きます。</translation>
    </message>
    <message>
        <source>Failed or diverged</source>
        <translation>失敗または発散</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>why</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>They are counted as made and have no figure; differences leave their seeds out.</source>
        <translation>実行済みと数え、値はありません。差ではこれらのシードを除きます。</translation>
    </message>
    <message>
        <source>%1, %2, seed %3: trained with a batch of %4, because a larger one ran out of memory.</source>
        <translation>%1、%2、シード %3: より大きなバッチではメモリが足りなかったため、バッチ %4 で学習。</translation>
    </message>
    <message>
        <source>What is missing</source>
        <translation>欠けているもの</translation>
    </message>
    <message>
        <source>Everything that the plan asks for was run.</source>
        <translation>計画のすべてを実行しました。</translation>
    </message>
    <message>
        <source>No run failed or diverged.</source>
        <translation>失敗または発散した実行はありません。</translation>
    </message>
    <message numerus="yes">
        <source>The folder also has %n cell(s) of an earlier version of the plan, which this report leaves out:</source>
        <translation>
            <numerusform>フォルダには計画の以前の版のセルが %n 個あり、この報告では省きます:</numerusform>
        </translation>
    </message>
    <message>
        <source>Versions and machine</source>
        <translation>版と計算機</translation>
    </message>
    <message>
        <source>trained with</source>
        <translation>学習したプログラム</translation>
    </message>
    <message>
        <source>devices</source>
        <translation>デバイス</translation>
    </message>
    <message>
        <source>report made with</source>
        <translation>報告を作ったプログラム</translation>
    </message>
    <message>
        <source>As the runs recorded it; “–” where their folders were not kept.</source>
        <translation>実行の記録による。「–」: フォルダが残っていません。</translation>
    </message>
    <message>
        <source>page %1 of %2</source>
        <translation>%1 / %2 ページ</translation>
    </message>
    <message>
        <source>difference, percentage points</source>
        <translation>差、パーセントポイント</translation>
    </message>
    <message>
        <source>value, %</source>
        <translation>値、%</translation>
    </message>
    <message>
        <source>value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>At %1.</source>
        <translation>%1 の場合。</translation>
    </message>
    <message>
        <source>Outlined: the cell with the widest interval of those that are undecided.</source>
        <translation>枠: 未判定のうち区間が最も広いセル。</translation>
    </message>
    <message>
        <source>Mean over seeds with its 95 % interval (number of seeds). Upright bars: the limits that were written down before the runs.</source>
        <translation>シードの平均と 95 % 区間 (シード数)。縦線: 実行前に書かれた限界。</translation>
    </message>
    <message>
        <source>test accuracy, %</source>
        <translation>テスト精度、%</translation>
    </message>
    <message>
        <source>Mean over the last epochs of each run, then over seeds, with its 95 % interval; an open ring is a single seed.</source>
        <translation>各実行の最後のエポック群の平均をシードについて平均、95 % 区間つき。白丸はシード一つ。</translation>
    </message>
    <message>
        <source>From left to right: %1.</source>
        <translation>左から右へ: %1。</translation>
    </message>
    <message>
        <source>Variants in each cell</source>
        <translation>セルごとのバリアント</translation>
    </message>
    <message>
        <source>Networks found elsewhere</source>
        <translation>他で見つかったネットワーク</translation>
    </message>
    <message>
        <source>Test accuracy of the network that one cell found, trained in another, minus that of the cell&apos;s own; verdicts after Holm over the matrix. Cells: %1.</source>
        <translation>あるセルが見つけたネットワークを別のセルで学習したテスト精度から、そのセル自身のものを引いた差。判定は行列での Holm 補正後。セル: %1。</translation>
    </message>
    <message>
        <source>accuracy, %</source>
        <translation>精度、%</translation>
    </message>
    <message>
        <source>What searching promised and what it kept</source>
        <translation>探索の約束と実際</translation>
    </message>
    <message>
        <source>The best of many trials looks too good: the validation accuracy by which it was chosen, and what the same network reaches with fresh seeds.</source>
        <translation>多くの試行の最良は良く見えすぎます。選択に使った検証精度と、同じネットワークが新しいシードで達する値。</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s)</source>
        <translation>
            <numerusform>セル %n 個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n variant(s)</source>
        <translation>
            <numerusform>バリアント %n 個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them failed</source>
        <translation>
            <numerusform>うち %n 回失敗</numerusform>
        </translation>
    </message>
    <message>
        <source>en</source>
        <comment>the language of these words, as a code of two letters</comment>
        <translation>ja</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>図</translation>
    </message>
    <message>
        <source>No noise: every label stays as it came.</source>
        <translation>ノイズなし: どのラベルも元のままです。</translation>
    </message>
    <message>
        <source>Uniform noise: P(j | i) = p/K for j ≠ i and 1 − p + p/K for j = i. A label may be drawn again, so that p(K − 1)/K of the labels are wrong on average.</source>
        <translation>一様ノイズ: j ≠ i なら P(j | i) = p/K、j = i なら 1 − p + p/K。同じラベルが引かれることもあり、誤るのは平均で p(K − 1)/K です。</translation>
    </message>
    <message>
        <source>Symmetric noise: P(j | i) = p/(K − 1) for j ≠ i and 1 − p for j = i.</source>
        <translation>対称ノイズ: j ≠ i なら P(j | i) = p/(K − 1)、j = i なら 1 − p。</translation>
    </message>
    <message>
        <source>Flip noise: P(j | i) = p for one class j ≠ i, drawn by the seed, and 1 − p for j = i.</source>
        <translation>反転ノイズ: シードで決まる一つのクラス j ≠ i に P(j | i) = p、j = i なら 1 − p。</translation>
    </message>
    <message>
        <source>Flip noise to two classes: P(j | i) = p/2 for two classes j ≠ i, drawn by the seed, and 1 − p for j = i.</source>
        <translation>二クラスへの反転ノイズ: シードで決まる二つのクラス j ≠ i に P(j | i) = p/2、j = i なら 1 − p。</translation>
    </message>
    <message>
        <source>Noise between similar pairs of CIFAR-10: with probability p truck becomes automobile, bird airplane, deer horse, and cat and dog are swapped; the other classes keep their labels.</source>
        <translation>CIFAR-10 の似た組のノイズ: 確率 p で truck は automobile、bird は airplane、deer は horse になり、cat と dog は入れ替わります。他のクラスはそのまま。</translation>
    </message>
    <message>
        <source>Noise within superclasses of CIFAR-100: p is spread evenly over the other classes of the same superclass.</source>
        <translation>CIFAR-100 の上位クラス内のノイズ: p を同じ上位クラスの他のクラスに均等に配ります。</translation>
    </message>
    <message>
        <source>Noise by class size: P(j | i) = p n_j/(n − n_i) for j ≠ i and 1 − p for j = i, with n_j the size of class j and n the sum of all.</source>
        <translation>クラスの大きさによるノイズ: j ≠ i なら P(j | i) = p n_j/(n − n_i)、j = i なら 1 − p。n_j はクラス j の大きさ、n は合計。</translation>
    </message>
    <message>
        <source>No imbalance: every image of the training set is kept.</source>
        <translation>不均衡なし: 学習集合の画像をすべて使います。</translation>
    </message>
    <message>
        <source>Imbalance comes first, by the true labels; noise is then drawn for the images that are kept.</source>
        <translation>先に真のラベルで不均衡にし、残った画像にノイズを引きます。</translation>
    </message>
    <message>
        <source>Noise comes first; imbalance is then made by the observed labels.</source>
        <translation>先にノイズを引き、観測ラベルで不均衡にします。</translation>
    </message>
    <message>
        <source>Meta and validation images are taken out of the training images first, the same number of each class, with the labels they came with; the test images stay as they are.</source>
        <translation>メタ画像と検証画像は、元のラベルのまま、各クラス同数を先に学習画像から取り分けます。テスト画像はそのままです。</translation>
    </message>
    <message>
        <source>A seed draws splits, noise, class order, initial weights and the order of batches; every variant of a cell has the same seeds, so that differences are paired.</source>
        <translation>シードは分割、ノイズ、クラスの順、初期重み、バッチの順を決めます。同じセルのバリアントは同じシードを使うので、差は対応づいています。</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>a range of numbers</comment>
        <translation>%1～%2</translation>
    </message>
    <message>
        <source>Data of each cell</source>
        <translation>セルごとのデータ</translation>
    </message>
    <message>
        <source>fingerprint</source>
        <translation>フィンガープリント</translation>
    </message>
    <message>
        <source>of the settings</source>
        <translation>設定のハッシュ</translation>
    </message>
    <message>
        <source>what was changed, as the seed of the cell&apos;s study draws it</source>
        <translation>変更した内容 (セルのスタディのシードによる)</translation>
    </message>
    <message>
        <source>The fingerprint names the images, their labels and everything the recipe decided: the same code means the same data on any machine. Runs with fresh seeds draw noise and splits anew. “Of the settings”: a hash of all settings that decide a result.</source>
        <translation>フィンガープリントは画像、ラベル、レシピの決定すべてを表し、同じ符号ならどの計算機でも同じデータです。新しいシードの実行はノイズと分割を引き直します。「設定のハッシュ」: 結果を決めるすべての設定のハッシュ。</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>バリアント</translation>
    </message>
    <message>
        <source>what it is</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>own settings</source>
        <translation>独自の設定</translation>
    </message>
    <message>
        <source>the settings of the cell</source>
        <translation>セルの設定</translation>
    </message>
    <message>
        <source>from %1</source>
        <comment>the variant that another one is made from</comment>
        <translation>%1 から</translation>
    </message>
    <message>
        <source>setting</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>flag</source>
        <translation>オプション</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>レシピ</translation>
    </message>
    <message>
        <source>Data: %1. Seeds of each cell: %2.</source>
        <translation>データ: %1。各セルのシード: %2。</translation>
    </message>
    <message>
        <source>Settings that differ from the defaults, or between cells</source>
        <translation>既定値と異なる設定、セル間で異なる設定</translation>
    </message>
    <message>
        <source>Every setting has its default.</source>
        <translation>すべての設定は既定値です。</translation>
    </message>
    <message>
        <source>Appendix: every setting</source>
        <translation>付録: すべての設定</translation>
    </message>
    <message>
        <source>“–”: without effect in this plan. Folders and files of a machine are left out.</source>
        <translation>「–」: この計画では効果なし。計算機のフォルダとファイルは省きました。</translation>
    </message>
    <message>
        <source>percentage points</source>
        <translation>パーセントポイント</translation>
    </message>
    <message>
        <source>the only cell</source>
        <translation>唯一のセル</translation>
    </message>
    <message>
        <source>%1 (= %2)</source>
        <comment>two variants that are one training</comment>
        <translation>%1 (= %2)</translation>
    </message>
    <message>
        <source>the same</source>
        <comment>two variants that are one training</comment>
        <translation>同一</translation>
    </message>
    <message>
        <source>Gain of %1 over %2 in %3, paired by seed. Verdicts are adjusted by Holm over the map, those of a cell&apos;s table over that table, so they may differ.</source>
        <translation>%2 に対する %1 の利得 (%3)、シードで対応づけ。判定はマップでの Holm 補正後、セルの表の判定はその表での補正後なので、異なることがあります。</translation>
    </message>
    <message>
        <source>Blank: the plan has no such cell. Dash: no pair yet.</source>
        <translation>空白: 計画にそのセルはありません。ダッシュ: まだ組がありません。</translation>
    </message>
    <message>
        <source>%1: %2; %3</source>
        <comment>a variant, what its weights do to wrong labels, and about rare classes too</comment>
        <translation>%1: %2。%3</translation>
    </message>
    <message>
        <source>What decides the weights</source>
        <translation>重みを決めるもの</translation>
    </message>
    <message>
        <source>wrongness, %</source>
        <translation>誤り、%</translation>
    </message>
    <message>
        <source>change, %</source>
        <translation>変更、%</translation>
    </message>
    <message>
        <source>class size, %</source>
        <translation>クラスの大きさ、%</translation>
    </message>
    <message>
        <source>both together, %</source>
        <translation>両者の交互作用、%</translation>
    </message>
    <message>
        <source>AUROC, many</source>
        <translation>AUROC、多い</translation>
    </message>
    <message>
        <source>AUROC, medium</source>
        <translation>AUROC、中間</translation>
    </message>
    <message>
        <source>Mean weights</source>
        <translation>重みの平均</translation>
    </message>
    <message>
        <source>right, many</source>
        <translation>正、多い</translation>
    </message>
    <message>
        <source>other, many</source>
        <translation>その他、多い</translation>
    </message>
    <message>
        <source>right, medium</source>
        <translation>正、中程度</translation>
    </message>
    <message>
        <source>other, medium</source>
        <translation>その他、中程度</translation>
    </message>
    <message>
        <source>right, few</source>
        <translation>正、少ない</translation>
    </message>
    <message>
        <source>other, few</source>
        <translation>その他、少ない</translation>
    </message>
    <message>
        <source>wrong, many</source>
        <translation>誤、多い</translation>
    </message>
    <message>
        <source>changed, many</source>
        <translation>変更、多い</translation>
    </message>
    <message>
        <source>wrong, medium</source>
        <translation>誤、中程度</translation>
    </message>
    <message>
        <source>changed, medium</source>
        <translation>変更、中程度</translation>
    </message>
    <message>
        <source>wrong, few</source>
        <translation>誤、少ない</translation>
    </message>
    <message>
        <source>changed, few</source>
        <translation>変更、少ない</translation>
    </message>
    <message>
        <source>“searched@” and a cell: the network that the search of that cell found. Cells: %1.</source>
        <translation>「searched@」とセル: そのセルの探索が見つけたネットワーク。セル: %1。</translation>
    </message>
    <message>
        <source>Cells: %1.</source>
        <translation>セル: %1。</translation>
    </message>
    <message>
        <source>Each seed is averaged over the cells first, without those that only some of the cells have; seeds are tested by Student&apos;s t, two-sided, against the margin or the limit, “within” by two one-sided tests. A status needs p after Holm over this table below 0.05. The p of “within” is twice the larger of the two one-sided ones, since it may be refuted too. Estimates are in the direction of the claim: of losses and calibration errors, of which less is better, they say by how much the first variant is lower. Runs: made of those planned. Differences of shares are in percentage points.</source>
        <translation>各シードはまずセルで平均し (一部のセルにしかないシードは除く)、Student の t (両側) で余裕または限界に対して検定する。「以内」は 2 つの片側検定による。状態には、この表での Holm 補正後 p が 0.05 未満であることが要る。「以内」の p は、反証もありうるため、2 つの片側 p の大きい方の 2 倍。推定値は主張の向き: 小さいほどよい損失や較正誤差では、最初のバリアントがどれだけ低いかを示す。実行: 計画のうち済んだもの。割合の差はパーセントポイント。</translation>
    </message>
    <message>
        <source>1 − weight as a score for changed labels</source>
        <translation>1 − 重みを変更ラベルのスコアとみた値</translation>
    </message>
    <message>
        <source>Cells that cannot be used</source>
        <translation>使えないセル</translation>
    </message>
    <message>
        <source>Nothing of them is in this report; hypotheses that are about them lack their runs.</source>
        <translation>これらのセルの内容はこの報告に含まれません。関係する仮説では、その実行が欠けています。</translation>
    </message>
    <message>
        <source>With a pseudo meta set only validation images are taken out. Each training chooses its meta set itself: of each observed class the training images of lowest loss after a warm-up by cross entropy. Nobody has checked their labels.</source>
        <translation>疑似メタ集合では検証画像だけを除きます。各訓練がメタ集合を自分で選びます: 観測クラスごとに、交差エントロピーによるウォームアップ後に損失が最も小さい訓練画像です。ラベルは誰も確認していません。</translation>
    </message>
    <message>
        <source>Exponential imbalance: n_c = ⌊n_max · IF^(−c/(K − 1))⌋ images of the class of rank c = 0, …, K − 1, with IF the imbalance factor.</source>
        <translation>指数不均衡: 順位 c = 0, …, K − 1 のクラスの画像は n_c = ⌊n_max · IF^(−c/(K − 1))⌋ 枚。IF は不均衡係数。</translation>
    </message>
    <message>
        <source>Step imbalance: the first half of the classes keep n_max images, the others ⌊n_max/IF⌋, with IF the imbalance factor.</source>
        <translation>段階不均衡: 前半のクラスは n_max 枚、他は ⌊n_max/IF⌋ 枚。IF は不均衡係数。</translation>
    </message>
    <message>
        <source>Shares of the variance of the weights&apos; logits (of the logarithms of weights beyond 1) by whether a label is wrong, by the size of its class, and by their interaction. Over the last epochs.</source>
        <translation>重みのロジット（1 を超える重みでは対数）の分散に占める割合: ラベルが誤りか、クラスの大きさ、両者の交互作用。最後のエポックの平均。</translation>
    </message>
    <message>
        <source>Shares of the variance of the weights&apos; logits (of the logarithms of weights beyond 1) by whether a label was changed, by the size of its class, and by their interaction. Over the last epochs.</source>
        <translation>重みのロジット（1 を超える重みでは対数）の分散に占める割合: ラベルが変更されたか、クラスの大きさ、両者の交互作用。最後のエポックの平均。</translation>
    </message>
    <message>
        <source>Average precision of that score</source>
        <translation>このスコアの平均適合率</translation>
    </message>
    <message>
        <source>all</source>
        <translation>全体</translation>
    </message>
    <message>
        <source>many</source>
        <translation>多い</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>中間</translation>
    </message>
    <message>
        <source>few</source>
        <translation>少ない</translation>
    </message>
    <message>
        <source>A score that knows nothing has an AUROC of 0.5, and as its average precision the share of wrong labels. Many, medium, few: within classes of one size. Over the last epochs.</source>
        <translation>何も知らないスコアの AUROC は 0.5、平均適合率は誤ラベルの割合です。「多い」「中間」「少ない」は同じ大きさのクラス内の値。最後のエポックの平均。</translation>
    </message>
    <message>
        <source>A score that knows nothing has an AUROC of 0.5, and as its average precision the share of changed labels. Many, medium, few: within classes of one size. Over the last epochs.</source>
        <translation>何も知らないスコアの AUROC は 0.5、平均適合率は変更したラベルの割合です。「多い」「中間」「少ない」は同じ大きさのクラス内の値。最後のエポックの平均。</translation>
    </message>
    <message numerus="yes">
        <source>no value in %1 of %n cell(s)</source>
        <translation>
            <numerusform>%n セル中 %1 セルで値なし</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>not the same classes of this size in %1 of %n cell(s)</source>
        <translation>
            <numerusform>%n 個中 %1 個のセルで、この大きさのクラスが同じではありません</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n run(s) are made.</source>
        <translation>
            <numerusform>%n 回の実行のうち %1 回が済みました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln run(s)</source>
        <comment>trainings that have ended, of those planned</comment>
        <translation>
            <numerusform>%Ln 回中 %1 回の実行</numerusform>
        </translation>
    </message>
    <message>
        <source>Where the labels of some images have been checked, meta and validation images are taken out of these images alone, the same number of each class, with the checked labels; all others are trained on, and the test images stay as they are.</source>
        <translation>一部の画像のラベルが確認されている場合、メタ画像と検証画像は確認済みの画像のみから、各クラス同数、確認済みのラベルで取り出されます。残りの画像はすべて学習に使われ、テスト画像はそのままです。</translation>
    </message>
</context>
<context>
    <name>PlanText</name>
    <message>
        <source>%1 ± %2</source>
        <comment>difference, half-width</comment>
        <translation>%1 ± %2</translation>
    </message>
    <message>
        <source>%1 points</source>
        <translation>%1 ポイント</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>percent</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 − %2 &gt; %3, %4</source>
        <comment>variant, variant, margin, metric</comment>
        <translation>%1 − %2 &gt; %3、%4</translation>
    </message>
    <message>
        <source>|%1 − %2| &lt; %3, %4</source>
        <comment>variant, variant, margin, metric</comment>
        <translation>|%1 − %2| &lt; %3、%4</translation>
    </message>
    <message>
        <source>%1 &gt; %2, %3</source>
        <comment>variant, limit, metric</comment>
        <translation>%1 &gt; %2、%3</translation>
    </message>
    <message>
        <source>%1 &lt; %2, %3</source>
        <comment>variant, limit, metric</comment>
        <translation>%1 &lt; %2、%3</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 時間</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 日</translation>
    </message>
</context>
<context>
    <name>QueryFields</name>
    <message>
        <source>Nodes of any of the hidden layers</source>
        <translation>いずれかの隠れ層のノード数</translation>
    </message>
</context>
<context>
    <name>RecentStudies</name>
    <message>
        <source>today %1</source>
        <translation>今日 %1</translation>
    </message>
    <message>
        <source>yesterday %1</source>
        <translation>昨日 %1</translation>
    </message>
    <message>
        <source>plan</source>
        <translation>プラン</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n trial(s)</source>
        <translation>
            <numerusform>試行 %1 / %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n trial(s)</source>
        <translation>
            <numerusform>試行 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, running</source>
        <translation>%1、実行中</translation>
    </message>
    <message>
        <source>%1, interrupted</source>
        <translation>%1、中断</translation>
    </message>
    <message>
        <source>best %1</source>
        <translation>最良 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n variant(s) compared</source>
        <translation>
            <numerusform>変種 %n 件を比較</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>comparison: %1 of %n training(s)</source>
        <translation>
            <numerusform>比較: %n 回の学習のうち %1 回</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RecipeWords</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Requested IF %1, observed %2 · requested noise %3, actual %4 · %5 training images</source>
        <translation>IF 指定 %1、観測 %2 · ノイズ指定 %3、実際 %4 · 学習画像 %5 枚</translation>
    </message>
    <message>
        <source>What the recipe does to the classes is shown here once the data set is read.</source>
        <translation>データセットを読むと、レシピがクラスに何をするかがここに表示されます。</translation>
    </message>
    <message>
        <source>Requested IF %1, observed %2 · labels from a file, share of wrong ones %3 · %4 training images</source>
        <translation>IF 指定 %1、観測 %2 · ファイルのラベル、誤りの割合 %3 · 学習画像 %4 枚</translation>
    </message>
    <message>
        <source>The data set is not here yet; Recipe says how to get it.</source>
        <translation>データセットがまだありません。入手方法はレシピにあります。</translation>
    </message>
    <message>
        <source>Imbalance, then noise: classes are subsampled by true label (true factor %1); noise then moves images of large classes into small ones, so the observed classes look more balanced (%2) and small ones get many wrong labels.</source>
        <translation>不均衡、次にノイズ: クラスは真のラベルで間引かれ (真の係数 %1)、その後ノイズが大きいクラスの画像を小さいクラスへ移すので、観測クラスはより均等に見え (%2)、小さいクラスに誤ったラベルが増えます。</translation>
    </message>
    <message>
        <source>Noise, then imbalance: classes are subsampled by observed label (observed factor %1), so each keeps its share of right labels, and the true classes are more balanced (%2) than the observed ones.</source>
        <translation>ノイズ、次に不均衡: クラスは観測ラベルで間引かれるので (観測の係数 %1)、どのクラスも正しいラベルの割合を保ち、真のクラスは観測クラスより均等です (%2)。</translation>
    </message>
    <message>
        <source>Requested IF %1, observed %2 · labels from a file, share of changed ones %3 · %4 training images</source>
        <translation>IF 指定 %1、観測 %2 · ファイルのラベル、変更の割合 %3 · 学習画像 %4 枚</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) of %1 remain, but no image is labelled %1 any more.</source>
        <translation>
            <numerusform>%1 の画像は %n 枚残りますが、%1 のラベルが付いた画像はもうありません。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, one of the smallest classes,</source>
        <translation>最小のクラスの一つ %1 は</translation>
    </message>
    <message>
        <source>%1, the smallest class,</source>
        <translation>最小のクラス %1 は</translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) that came as %1 remain, %2 with that label; labelled %1 too, of those that came as others: %3. So %4 of its labels are those that the images came with.</source>
        <translation>
            <numerusform>元が %1 の画像は %n 枚残り、うち %2 枚がそのラベルです。元が別のクラスで %1 のラベルが付いた画像: %3。このラベルの %4 が元のままです。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n image(s) of %1 remain, %2 labelled right; labelled %1 too, of other classes: %3. So only %4 of these labels are right.</source>
        <translation>
            <numerusform>%1 の画像は %n 枚残り、うち %2 枚が正しいラベルです。別のクラスで %1 のラベルが付いた画像: %3。このラベルの正解は %4 だけです。</numerusform>
        </translation>
    </message>
    <message>
        <source>The recipe cannot be carried out; Recipe says why.</source>
        <translation>レシピを実行できません。理由は「レシピ」にあります。</translation>
    </message>
    <message>
        <source>The data set cannot be read; Recipe says why.</source>
        <translation>データセットを読み込めません。理由は「レシピ」にあります。</translation>
    </message>
    <message numerus="yes">
        <source>%1: true class size %2; %Ln image(s) have this label, %3 right and %4 wrong (purity %5)</source>
        <translation>
            <numerusform>%1: 真のクラスの大きさ %2、このラベルの画像 %Ln、正しい %3、誤り %4 (純度 %5)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 keeps %n of its %2 image(s) to train on, with the labels that they came with.</source>
        <translation>
            <numerusform>%1元のラベルのまま、%2 枚中 %n 枚を学習に残します。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 keeps %n of its %2 image(s) to train on; every label is right.</source>
        <translation>
            <numerusform>%1%2 枚中 %n 枚を学習に残し、ラベルはすべて正解です。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln image(s) trained on came with this label; %2 have it now, %3 of them from the start and %4 by a change</source>
        <translation>
            <numerusform>%1: 学習画像のうち元は %Ln 枚。現在 %2 枚、うち元のまま %3 枚、変更による %4 枚</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · IF %2 of all training images, before any are taken out</source>
        <translation>%1 · 除く前の全学習画像の IF %2</translation>
    </message>
</context>
<context>
    <name>RunLog</name>
    <message>
        <source>%1: %2</source>
        <comment>a study, and what happened</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>RunProgress</name>
    <message>
        <source>Comparison: %1, seed %2</source>
        <translation>比較: %1、シード %2</translation>
    </message>
    <message>
        <source>Trial %1 of %2</source>
        <translation>%2 試行中 %1</translation>
    </message>
    <message>
        <source>Preparing: reading the data, opening the engine</source>
        <translation>準備中: データを読み、エンジンを開いています</translation>
    </message>
    <message>
        <source>Pausing: the step is finished and a checkpoint written</source>
        <translation>一時停止中: ステップを終え、チェックポイントを書いています</translation>
    </message>
    <message>
        <source>Stopping: a checkpoint is written</source>
        <translation>停止中: チェックポイントを書いています</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>準備完了</translation>
    </message>
    <message numerus="yes">
        <source>%n trial(s)</source>
        <translation>
            <numerusform>試行 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, another process is adding to them</source>
        <translation>%1、別のプロセスが追加しています</translation>
    </message>
    <message>
        <source>%1 · best %2, trial %3</source>
        <translation>%1 · 最良 %2、試行 %3</translation>
    </message>
    <message>
        <source>epoch %1 of %2</source>
        <translation>%2 エポック中 %1</translation>
    </message>
    <message>
        <source>%1 steps/s</source>
        <translation>%1 ステップ/秒</translation>
    </message>
    <message>
        <source>ends %1</source>
        <translation>終了 %1</translation>
    </message>
    <message>
        <source>comparison ends %1</source>
        <translation>比較の終了 %1</translation>
    </message>
    <message>
        <source>study ends %1</source>
        <translation>スタディの終了 %1</translation>
    </message>
    <message>
        <source>training ends %1</source>
        <translation>学習の終了 %1</translation>
    </message>
    <message>
        <source>trial ends %1</source>
        <translation>試行の終了 %1</translation>
    </message>
    <message numerus="yes">
        <source>Comparison: %1 of %Ln training(s) · %2, seed %3</source>
        <translation>
            <numerusform>比較: 学習 %1 / %Ln · %2、シード %3</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Paused, %1 of %Ln trial(s) done</source>
        <translation>
            <numerusform>一時停止、%Ln 試行中 %1 が完了</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Running, %1 of %Ln trial(s) done</source>
        <translation>
            <numerusform>実行中、%Ln 試行中 %1 が完了</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Comparison paused, %1 of %Ln training(s) done</source>
        <translation>
            <numerusform>比較を一時停止中、%Ln 回の学習のうち %1 回完了</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Comparison, %1 of %Ln training(s) done</source>
        <translation>
            <numerusform>比較、%Ln 回の学習のうち %1 回完了</numerusform>
        </translation>
    </message>
    <message>
        <source>Comparison paused</source>
        <translation>比較を一時停止中</translation>
    </message>
    <message>
        <source>Comparison begins</source>
        <translation>比較を開始</translation>
    </message>
    <message>
        <source>search ends %1</source>
        <translation>探索終了 %1</translation>
    </message>
    <message numerus="yes">
        <source>then a comparison of up to %Ln training(s)</source>
        <translation>
            <numerusform>その後、最大 %Ln 回の学習による比較</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SeedRows</name>
    <message>
        <source>trial %1</source>
        <translation>試行 %1</translation>
    </message>
    <message>
        <source>%1, pruned</source>
        <translation>%1、枝刈り</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <comment>trial, input, hidden layers</comment>
        <translation>%1: %2 → %3</translation>
    </message>
    <message>
        <source>validation accuracy</source>
        <translation>検証精度</translation>
    </message>
    <message>
        <source>objective</source>
        <translation>目的値</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a variant and its network</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>MLP</source>
        <translation>MLP</translation>
    </message>
    <message>
        <source>Four hidden layers of 256 and 128 nodes: the fastest, for small grey images.</source>
        <translation>256 と 128 ノードの隠れ層が 4 つ。最も速く、小さな灰色画像向けです。</translation>
    </message>
    <message>
        <source>small CNN</source>
        <translation>小さい CNN</translation>
    </message>
    <message>
        <source>Four convolutions of 16 to 64 channels: trials in seconds.</source>
        <translation>16 から 64 チャネルの畳み込みが 4 つ。試行は数秒です。</translation>
    </message>
    <message>
        <source>Three stages of five residual blocks, 0.46 million parameters: the network of most papers on CIFAR.</source>
        <translation>残差ブロック 5 つの段が 3 つ、46 万パラメータ。CIFAR の論文の多くが使うネットワークです。</translation>
    </message>
    <message>
        <source>A wide residual network of 36.5 million parameters, for a GPU.</source>
        <translation>3650 万パラメータの広い残差ネットワーク。GPU 向けです。</translation>
    </message>
    <message>
        <source>Study folder</source>
        <translation>スタディフォルダー</translation>
    </message>
    <message>
        <source>Where the study and its trainings are kept. Empty: a new folder named after the recipe.</source>
        <translation>スタディとその学習の置き場所。空: レシピの名前の付いた新しいフォルダー。</translation>
    </message>
    <message>
        <source>Data set</source>
        <translation>データセット</translation>
    </message>
    <message>
        <source>Data folder</source>
        <translation>データフォルダー</translation>
    </message>
    <message>
        <source>Where the data set lies. Empty: where it was downloaded to, then where the system installs it.</source>
        <translation>データセットの場所。空ならダウンロード先、次にシステムの置き場所。</translation>
    </message>
    <message>
        <source>Image size</source>
        <translation>画像の大きさ</translation>
    </message>
    <message>
        <source>Side in pixels to which the folder&apos;s images are resized.</source>
        <translation>フォルダーの画像をそろえる一辺の画素数。</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>ノイズ</translation>
    </message>
    <message>
        <source>How a wrong label is chosen.</source>
        <translation>誤ったラベルの選び方。</translation>
    </message>
    <message>
        <source>Noise rate</source>
        <translation>ノイズ率</translation>
    </message>
    <message>
        <source>Chance that a label is drawn anew. Uniform noise may draw the same label again, so fewer are wrong.</source>
        <translation>ラベルを引き直す確率。一様ノイズは同じラベルを引くこともあるので、誤りはこれより少なくなります。</translation>
    </message>
    <message>
        <source>Imbalance</source>
        <translation>不均衡</translation>
    </message>
    <message>
        <source>How class sizes fall from the largest to the smallest.</source>
        <translation>クラスの大きさが最大から最小へどう減るか。</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>順序</translation>
    </message>
    <message>
        <source>Which labels are imbalanced: the true ones (imbalance first) or the observed ones (noise first).</source>
        <translation>どのラベルが不均衡か: 真のラベル (不均衡が先) か、観測ラベル (ノイズが先) か。</translation>
    </message>
    <message>
        <source>Class order</source>
        <translation>クラスの順</translation>
    </message>
    <message>
        <source>Which classes are large: the first ones, or an order drawn from the seed.</source>
        <translation>どのクラスが大きいか: 先頭のクラスか、シードから抽選した順か。</translation>
    </message>
    <message>
        <source>as given</source>
        <translation>元の順</translation>
    </message>
    <message>
        <source>drawn from the seed</source>
        <translation>シードから抽選</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>Seed of the splits, the class order and the noise. The same seed gives the same labels on any machine.</source>
        <translation>分割、クラスの順、ノイズのシード。同じシードはどの機械でも同じラベルになります。</translation>
    </message>
    <message>
        <source>Train limit</source>
        <translation>学習の上限</translation>
    </message>
    <message>
        <source>At most this many images before imbalance, the same number of each class. 0: all of them.</source>
        <translation>不均衡の前の画像の最大数 (各クラス同数)。0: すべて。</translation>
    </message>
    <message>
        <source>folder of images</source>
        <translation>画像フォルダー</translation>
    </message>
    <message>
        <source>Your own PNG or JPEG images, one folder per class.</source>
        <translation>自分の PNG または JPEG 画像。クラスごとに 1 フォルダ。</translation>
    </message>
    <message>
        <source>synthetic</source>
        <translation>合成</translation>
    </message>
    <message>
        <source>Small patterns that need no files and are learned in seconds.</source>
        <translation>ファイルが要らず、数秒で学べる小さな模様。</translation>
    </message>
    <message>
        <source>Easy samples at first</source>
        <translation>開始時のやさしいサンプル</translation>
    </message>
    <message>
        <source>Share of the samples whose loss is below the threshold in the second epoch; it grows to 1.</source>
        <translation>2 番目のエポックで損失がしきい値より小さいサンプルの割合。1 まで増えます。</translation>
    </message>
    <message>
        <source>Pace of the threshold</source>
        <translation>しきい値のペース</translation>
    </message>
    <message>
        <source>Part of the epochs in which that share grows to 1.</source>
        <translation>その割合が 1 まで増える期間が全エポックに占める割合。</translation>
    </message>
    <message>
        <source>cross entropy</source>
        <translation>交差エントロピー</translation>
    </message>
    <message>
        <source>-log p of the observed label, p being the classifier&apos;s probability of it.</source>
        <translation>観測ラベルの -log p。p は分類器が与えるその確率です。</translation>
    </message>
    <message>
        <source>focal loss</source>
        <translation>フォーカル損失</translation>
    </message>
    <message>
        <source>Cross entropy times (1 - p)^gamma: samples that are learned already count less.</source>
        <translation>交差エントロピーに (1 - p)^gamma を掛けたもの。すでに学んだサンプルほど軽くなります。</translation>
    </message>
    <message>
        <source>Gamma of the focal loss</source>
        <translation>フォーカル損失のガンマ</translation>
    </message>
    <message>
        <source>How much less a sample counts that is learned already; 0: cross entropy.</source>
        <translation>すでに学んだサンプルをどれだけ軽くするか。0 は交差エントロピー。</translation>
    </message>
    <message>
        <source>focal loss by sample (FLSD-53)</source>
        <translation>サンプルごとのフォーカル損失 (FLSD-53)</translation>
    </message>
    <message>
        <source>Focal loss with gamma 5 where p is below 0.2, else 3.</source>
        <translation>p が 0.2 未満ならガンマ 5、それ以外は 3 のフォーカル損失。</translation>
    </message>
    <message>
        <source>dual focal loss</source>
        <translation>デュアルフォーカル損失</translation>
    </message>
    <message>
        <source>Focal loss of p and of the largest probability below it: it widens the gap between the two.</source>
        <translation>p と、それより小さい最大の確率とのフォーカル損失。両者の差を広げます。</translation>
    </message>
    <message>
        <source>Gamma of the dual focal loss</source>
        <translation>デュアルフォーカル損失のガンマ</translation>
    </message>
    <message>
        <source>quality focal loss</source>
        <translation>クオリティフォーカル損失</translation>
    </message>
    <message>
        <source>Focal loss of a sigmoid for each class, summed over the classes.</source>
        <translation>クラスごとのシグモイドのフォーカル損失を、全クラスで足したもの。</translation>
    </message>
    <message>
        <source>Beta of the quality focal loss</source>
        <translation>クオリティフォーカル損失のベータ</translation>
    </message>
    <message>
        <source>How much less a class counts that is learned already; 0: binary cross entropy of each class.</source>
        <translation>すでに学んだクラスをどれだけ軽くするか。0 は各クラスの二値交差エントロピー。</translation>
    </message>
    <message>
        <source>generalised cross entropy</source>
        <translation>一般化交差エントロピー</translation>
    </message>
    <message>
        <source>(1 - p^q) / q: between cross entropy and the mean absolute error, which label noise misleads less.</source>
        <translation>(1 - p^q) / q。交差エントロピーと、ラベルノイズに惑わされにくい平均絶対誤差との間です。</translation>
    </message>
    <message>
        <source>q of the generalised cross entropy</source>
        <translation>一般化交差エントロピーの q</translation>
    </message>
    <message>
        <source>0: cross entropy; 1: half the mean absolute error, which label noise misleads least.</source>
        <translation>0 は交差エントロピー、1 はラベルノイズに最も惑わされにくい平均絶対誤差の半分。</translation>
    </message>
    <message>
        <source>truncated generalised cross entropy</source>
        <translation>打ち切り一般化交差エントロピー</translation>
    </message>
    <message>
        <source>Generalised cross entropy, constant where p is at most k: samples whose label is not believed do not train.</source>
        <translation>p が k 以下では一定の一般化交差エントロピー。ラベルを信じられないサンプルは学習に使われません。</translation>
    </message>
    <message>
        <source>q of the truncated cross entropy</source>
        <translation>打ち切り交差エントロピーの q</translation>
    </message>
    <message>
        <source>Threshold k of the truncated cross entropy</source>
        <translation>打ち切り交差エントロピーのしきい値 k</translation>
    </message>
    <message>
        <source>A sample whose label has at most this probability does not train; 0: all train.</source>
        <translation>ラベルの確率がこの値以下のサンプルは学習に使われません。0 はすべて使います。</translation>
    </message>
    <message>
        <source>Truncate from this share of the run</source>
        <translation>打ち切りを始める、実行全体に対する割合</translation>
    </message>
    <message>
        <source>Until then every sample trains; a new classifier believes no label. 0: from the first epoch.</source>
        <translation>それまでは全サンプルで学びます。新しい分類器はどのラベルも信じないからです。0 は最初のエポックから。</translation>
    </message>
    <message>
        <source>label-distribution-aware margins (LDAM)</source>
        <translation>ラベル分布に応じたマージン (LDAM)</translation>
    </message>
    <message>
        <source>Cross entropy with a margin for the observed label: the rarer the label, the wider.</source>
        <translation>観測ラベルにマージンを付けた交差エントロピー。まれなラベルほど広くなります。</translation>
    </message>
    <message>
        <source>Widest margin of LDAM</source>
        <translation>LDAM の最大マージン</translation>
    </message>
    <message>
        <source>The margin of the rarest label, in logits before the scale; that of label j falls with the fourth root of its count.</source>
        <translation>最もまれなラベルのマージン (スケール前のロジット)。ラベル j のマージンは、その個数の 4 乗根に反比例します。</translation>
    </message>
    <message>
        <source>Scale of LDAM</source>
        <translation>LDAM のスケール</translation>
    </message>
    <message>
        <source>The logits are multiplied by it; 30 in code whose logits are cosines.</source>
        <translation>ロジットに掛けます。ロジットがコサインである公開コードでは 30。</translation>
    </message>
    <message>
        <source>Reweight by class from this share of the run (DRW)</source>
        <translation>クラス別の重みを始める、実行全体に対する割合 (DRW)</translation>
    </message>
    <message>
        <source>From then on rare labels get class-balanced weights; 0.8 in the paper, 0: never.</source>
        <translation>そこからまれなラベルにクラス均衡の重みを付けます。論文では 0.8、0 は付けません。</translation>
    </message>
    <message>
        <source>logit adjustment</source>
        <translation>ロジット調整</translation>
    </message>
    <message>
        <source>Tau of the logit adjustment</source>
        <translation>ロジット調整のタウ</translation>
    </message>
    <message>
        <source>How much rare labels are favoured; 0: cross entropy, 1: as if all classes were equally frequent.</source>
        <translation>まれなラベルをどれだけ優遇するか。0 は交差エントロピー、1 は全クラスが同じ頻度であるかのように。</translation>
    </message>
    <message>
        <source>balanced softmax</source>
        <translation>均衡ソフトマックス</translation>
    </message>
    <message>
        <source>forward correction</source>
        <translation>前方補正</translation>
    </message>
    <message>
        <source>label smoothing</source>
        <translation>ラベル平滑化</translation>
    </message>
    <message>
        <source>Cross entropy to a label that leaves a small share of its probability to all classes alike.</source>
        <translation>確率のわずかな割合を全クラスに等しく分けたラベルとの交差エントロピー。</translation>
    </message>
    <message>
        <source>Share of label smoothing</source>
        <translation>ラベル平滑化の割合</translation>
    </message>
    <message>
        <source>The share of the probability that all classes get alike; 0: cross entropy.</source>
        <translation>全クラスに等しく分ける確率の割合。0 は交差エントロピー。</translation>
    </message>
    <message>
        <source>symmetric cross entropy</source>
        <translation>対称交差エントロピー</translation>
    </message>
    <message>
        <source>Cross entropy plus reverse cross entropy, which label noise misleads less.</source>
        <translation>交差エントロピーと、ラベルノイズに惑わされにくい逆交差エントロピーとの和。</translation>
    </message>
    <message>
        <source>Alpha, the factor of cross entropy</source>
        <translation>アルファ (交差エントロピーの係数)</translation>
    </message>
    <message>
        <source>6 in the paper for CIFAR-100.</source>
        <translation>論文の CIFAR-100 では 6。</translation>
    </message>
    <message>
        <source>Beta, the factor of reverse cross entropy</source>
        <translation>ベータ (逆交差エントロピーの係数)</translation>
    </message>
    <message>
        <source>0.1 in the paper for CIFAR-100.</source>
        <translation>論文の CIFAR-100 では 0.1。</translation>
    </message>
    <message>
        <source>What log 0 counts as</source>
        <translation>log 0 とみなす値</translation>
    </message>
    <message>
        <source>In reverse cross entropy; it acts as a factor, like beta.</source>
        <translation>逆交差エントロピーでの値。ベータと同じく係数として働きます。</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Every weight is 1.</source>
        <translation>すべての重みが 1 です。</translation>
    </message>
    <message>
        <source>Meta-Weight-Net</source>
        <translation>Meta-Weight-Net</translation>
    </message>
    <message>
        <source>class-aware Meta-Weight-Net (CMW-Net)</source>
        <translation>クラスを考慮する Meta-Weight-Net (CMW-Net)</translation>
    </message>
    <message>
        <source>Meta-Weight-Net with an output for each group of classes of similar size.</source>
        <translation>大きさの近いクラスのグループごとに出力を持つ Meta-Weight-Net です。</translation>
    </message>
    <message>
        <source>Groups of classes</source>
        <translation>クラスのグループ数</translation>
    </message>
    <message>
        <source>learning to reweight (L2RW)</source>
        <translation>再重み付けの学習 (L2RW)</translation>
    </message>
    <message>
        <source>self-paced, hard</source>
        <translation>自己ペース (ハード)</translation>
    </message>
    <message>
        <source>Samples whose loss is below a threshold count, others do not; the threshold rises.</source>
        <translation>損失がしきい値より小さいサンプルだけを数えます。しきい値は上がっていきます。</translation>
    </message>
    <message>
        <source>self-paced, linear</source>
        <translation>自己ペース (線形)</translation>
    </message>
    <message>
        <source>Weights fall linearly with the loss, from 1 at a loss of 0 to 0 at a threshold; the threshold rises.</source>
        <translation>重みは損失とともに線形に下がり、損失 0 で 1、しきい値で 0 です。しきい値は上がっていきます。</translation>
    </message>
    <message>
        <source>class-balanced</source>
        <translation>クラス均衡</translation>
    </message>
    <message>
        <source>Samples of rare classes weigh more, by the effective number of samples of each class.</source>
        <translation>各クラスの有効サンプル数に従い、少ないクラスのサンプルほど重くなります。</translation>
    </message>
    <message>
        <source>Beta of class-balanced weights</source>
        <translation>クラス均衡重みのベータ</translation>
    </message>
    <message>
        <source>0: every class weighs the same. 1: weights are inverse to class sizes.</source>
        <translation>0: どのクラスも同じ重みです。1: 重みはクラスの大きさに反比例します。</translation>
    </message>
    <message>
        <source>uniform</source>
        <translation>一様</translation>
    </message>
    <message>
        <source>Drawn uniformly among all classes; the label may stay the same.</source>
        <translation>全クラスから一様に引きます。ラベルが変わらないこともあります。</translation>
    </message>
    <message>
        <source>symmetric, never itself</source>
        <translation>対称 (自分自身を除く)</translation>
    </message>
    <message>
        <source>Drawn uniformly among all other classes.</source>
        <translation>他の全クラスから一様に引きます。</translation>
    </message>
    <message>
        <source>flip to one class</source>
        <translation>一つのクラスへ反転</translation>
    </message>
    <message>
        <source>Wrong labels of a class all name one other class, drawn from the seed.</source>
        <translation>各クラスの誤ったラベルはすべて、シードから引いた別の 1 クラスになります。</translation>
    </message>
    <message>
        <source>flip to two classes</source>
        <translation>二つのクラスへ反転</translation>
    </message>
    <message>
        <source>Wrong labels of a class name two other classes, drawn from the seed.</source>
        <translation>各クラスの誤ったラベルは、シードから引いた別の 2 クラスになります。</translation>
    </message>
    <message>
        <source>similar pairs (CIFAR-10)</source>
        <translation>似たペア (CIFAR-10)</translation>
    </message>
    <message>
        <source>within superclass (CIFAR-100)</source>
        <translation>上位クラス内 (CIFAR-100)</translation>
    </message>
    <message>
        <source>Drawn among the other classes of the same superclass.</source>
        <translation>同じ上位クラスの他のクラスから引きます。</translation>
    </message>
    <message>
        <source>by class size</source>
        <translation>クラスの大きさに従う</translation>
    </message>
    <message>
        <source>The larger a class, the more often it is drawn as the new label.</source>
        <translation>大きなクラスほど、新しいラベルとして多く引かれます。</translation>
    </message>
    <message>
        <source>exponential</source>
        <translation>指数</translation>
    </message>
    <message>
        <source>Each class is smaller than the one before by the same factor.</source>
        <translation>各クラスは前のクラスより同じ比率で小さくなります。</translation>
    </message>
    <message>
        <source>step</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>Half of the classes are small, all of one size.</source>
        <translation>クラスの半分が小さく、すべて同じ大きさです。</translation>
    </message>
    <message>
        <source>imbalance, then noise</source>
        <translation>不均衡、次にノイズ</translation>
    </message>
    <message>
        <source>noise, then imbalance</source>
        <translation>ノイズ、次に不均衡</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>一定</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>コサイン</translation>
    </message>
    <message>
        <source>all parameters (exact)</source>
        <translation>すべてのパラメータ（厳密）</translation>
    </message>
    <message>
        <source>the last block</source>
        <translation>最後のブロック</translation>
    </message>
    <message>
        <source>the head</source>
        <translation>ヘッド</translation>
    </message>
    <message>
        <source>tf32 (GPU only)</source>
        <translation>tf32（GPU のみ）</translation>
    </message>
    <message>
        <source>noise 0.4 × IF 100</source>
        <translation>ノイズ 0.4 × IF 100</translation>
    </message>
    <message>
        <source>Uniform noise 0.4 on classes with imbalance factor 100. Model, training and search stay unchanged.</source>
        <translation>imbalance factor 100 のクラスに一様ノイズ 0.4。モデル、学習、探索は変わりません。</translation>
    </message>
    <message>
        <source>MW-Net, noise</source>
        <translation>MW-Net、ノイズ</translation>
    </message>
    <message>
        <source>Shu et al. 2019 against noise: uniform noise 0.4 without imbalance, 1,000 meta images in all, ResNet-32, SGD 0.1, 120 epochs, 1-100-1. The data set stays unchanged.</source>
        <translation>ノイズに対する Shu et al. 2019：一様ノイズ 0.4、不均衡なし、メタ画像は全部で 1,000 枚、ResNet-32、SGD 0.1、120 エポック、1-100-1。データセットはそのままです。</translation>
    </message>
    <message>
        <source>MW-Net, imbalance</source>
        <translation>MW-Net、不均衡</translation>
    </message>
    <message>
        <source>Shu et al. 2019 against imbalance: exponential, factor 100, without noise, 10 meta images per class, ResNet-32, Nesterov, 100 epochs, normalised weights. The data set stays unchanged.</source>
        <translation>不均衡に対する Shu et al. 2019：指数型、係数 100、ノイズなし、メタ画像はクラスごとに 10 枚、ResNet-32、Nesterov、100 エポック、正規化した重み。データセットはそのままです。</translation>
    </message>
    <message>
        <source>Trials</source>
        <translation>試行数</translation>
    </message>
    <message>
        <source>How many architectures are tried in all. May be changed while the study runs.</source>
        <translation>全部でいくつの構造を試すか。実行中に変えられます。</translation>
    </message>
    <message>
        <source>Sampler</source>
        <translation>サンプラー</translation>
    </message>
    <message>
        <source>What proposes the next architecture.</source>
        <translation>次の構造を提案するもの。</translation>
    </message>
    <message>
        <source>Pruner</source>
        <translation>プルーナー</translation>
    </message>
    <message>
        <source>What ends hopeless trials early.</source>
        <translation>見込みのない試行を早く終わらせるもの。</translation>
    </message>
    <message>
        <source>Search seed</source>
        <translation>探索シード</translation>
    </message>
    <message>
        <source>The sampler&apos;s seed.</source>
        <translation>サンプラーのシード。</translation>
    </message>
    <message>
        <source>Fewest hidden layers</source>
        <translation>隠れ層の最小数</translation>
    </message>
    <message>
        <source>The shallowest MW-Net that is tried. 0: the input goes straight to the weight.</source>
        <translation>試す中で最も浅い MW-Net。0: 入力がそのまま重みになります。</translation>
    </message>
    <message>
        <source>Most hidden layers</source>
        <translation>隠れ層の最大数</translation>
    </message>
    <message>
        <source>The deepest MW-Net that is tried.</source>
        <translation>試す中で最も深い MW-Net。</translation>
    </message>
    <message>
        <source>Fewest nodes per layer</source>
        <translation>層のノードの最小数</translation>
    </message>
    <message>
        <source>The narrowest layer that is tried; the scale is logarithmic.</source>
        <translation>試す中で最も狭い層。目盛りは対数です。</translation>
    </message>
    <message>
        <source>Most nodes per layer</source>
        <translation>層のノードの最大数</translation>
    </message>
    <message>
        <source>The widest layer that is tried.</source>
        <translation>試す中で最も広い層。</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>Which inputs of MW-Net are tried.</source>
        <translation>試す MW-Net の入力。</translation>
    </message>
    <message>
        <source>Activations</source>
        <translation>活性化の候補</translation>
    </message>
    <message>
        <source>Which activations are tried.</source>
        <translation>どの活性化を試すか。</translation>
    </message>
    <message>
        <source>Lowest meta learning rate</source>
        <translation>メタ学習率の最小値</translation>
    </message>
    <message>
        <source>The scale is logarithmic.</source>
        <translation>目盛りは対数です。</translation>
    </message>
    <message>
        <source>Highest meta learning rate</source>
        <translation>メタ学習率の最大値</translation>
    </message>
    <message>
        <source>Objective over last epochs</source>
        <translation>目的値に使う最後のエポック数</translation>
    </message>
    <message>
        <source>Retries when out of memory</source>
        <translation>メモリー不足時の再試行</translation>
    </message>
    <message>
        <source>How many times a trial that runs out of memory is tried again, each time with half the batch size.</source>
        <translation>メモリーが足りなくなった試行を、毎回バッチを半分にしてやり直す回数。</translation>
    </message>
    <message>
        <source>Study file</source>
        <translation>スタディファイル</translation>
    </message>
    <message>
        <source>Empty: study.db in the study folder.</source>
        <translation>空: スタディフォルダーの study.db。</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>stem</source>
        <translation>ステム</translation>
    </message>
    <message>
        <source>stage 1</source>
        <translation>ステージ 1</translation>
    </message>
    <message>
        <source>stage 2</source>
        <translation>ステージ 2</translation>
    </message>
    <message>
        <source>stage 3</source>
        <translation>ステージ 3</translation>
    </message>
    <message>
        <source>penultimate</source>
        <translation>最後から二番目</translation>
    </message>
    <message>
        <source>logits</source>
        <translation>ロジット</translation>
    </message>
    <message>
        <source>softmax</source>
        <translation>ソフトマックス</translation>
    </message>
    <message>
        <source>Classifier</source>
        <translation>分類器</translation>
    </message>
    <message>
        <source>The network that learns from the weighted samples.</source>
        <translation>重み付きサンプルから学ぶネットワーク。</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>Loss of a training sample. Evaluation and the meta set always use cross entropy.</source>
        <translation>訓練サンプルの損失。評価とメタ集合は常に交差エントロピーで測ります。</translation>
    </message>
    <message>
        <source>Weighting</source>
        <translation>重み付け</translation>
    </message>
    <message>
        <source>What weighs the samples of a batch. A search always uses Meta-Weight-Net.</source>
        <translation>バッチのサンプルに重みを付けるもの。探索では常に Meta-Weight-Net を使います。</translation>
    </message>
    <message>
        <source>MW-Net&apos;s input</source>
        <translation>MW-Net の入力</translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation>隠れ層</translation>
    </message>
    <message>
        <source>Nodes of each of MW-Net&apos;s hidden layers, for example 128, 64. Empty: the input goes straight to the weight.</source>
        <translation>MW-Net の各隠れ層のノード数。例: 128, 64。空: 入力がそのまま重みになります。</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>活性化</translation>
    </message>
    <message>
        <source>Activation of MW-Net&apos;s hidden layers.</source>
        <translation>MW-Net の隠れ層の活性化。</translation>
    </message>
    <message>
        <source>Normalised weights</source>
        <translation>正規化した重み</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>エポック</translation>
    </message>
    <message>
        <source>Passes over the training images in each training.</source>
        <translation>各訓練で訓練画像を通す回数。</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>バッチサイズ</translation>
    </message>
    <message>
        <source>Training images per step.</source>
        <translation>1 ステップの学習画像数。</translation>
    </message>
    <message>
        <source>Meta batch size</source>
        <translation>メタバッチサイズ</translation>
    </message>
    <message>
        <source>Meta images per step.</source>
        <translation>1 ステップのメタ画像数。</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学習率</translation>
    </message>
    <message>
        <source>Learning rate of the classifier&apos;s SGD at the start of the schedule.</source>
        <translation>分類器の SGD の、スケジュール開始時の学習率。</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>モメンタム</translation>
    </message>
    <message>
        <source>Of the classifier&apos;s SGD.</source>
        <translation>分類器の SGD のモメンタム。</translation>
    </message>
    <message>
        <source>Nesterov momentum</source>
        <translation>Nesterov モメンタム</translation>
    </message>
    <message>
        <source>Momentum that looks one step ahead.</source>
        <translation>一歩先を見るモメンタム。</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>重み減衰</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>スケジュール</translation>
    </message>
    <message>
        <source>How the learning rate falls over the epochs.</source>
        <translation>エポックとともに学習率がどう下がるか。</translation>
    </message>
    <message>
        <source>Milestones</source>
        <translation>マイルストーン</translation>
    </message>
    <message>
        <source>Epochs at which a step schedule multiplies the learning rate by the decay, for example 80, 100.</source>
        <translation>ステップスケジュールが学習率に減衰を掛けるエポック。例: 80, 100。</translation>
    </message>
    <message>
        <source>Decay at a milestone</source>
        <translation>マイルストーンの減衰</translation>
    </message>
    <message>
        <source>The factor of a step schedule.</source>
        <translation>ステップスケジュールの係数。</translation>
    </message>
    <message>
        <source>Meta learning rate</source>
        <translation>メタ学習率</translation>
    </message>
    <message>
        <source>MW-Net&apos;s learning rate. A search draws its own for each trial.</source>
        <translation>MW-Net の学習率。探索は試行ごとに抽選します。</translation>
    </message>
    <message>
        <source>Meta optimiser</source>
        <translation>メタ最適化器</translation>
    </message>
    <message>
        <source>MW-Net&apos;s optimiser.</source>
        <translation>MW-Net の最適化器。</translation>
    </message>
    <message>
        <source>Meta weight decay</source>
        <translation>メタ重み減衰</translation>
    </message>
    <message>
        <source>Weight decay of MW-Net&apos;s optimiser.</source>
        <translation>MW-Net の最適化器の重み減衰。</translation>
    </message>
    <message>
        <source>Virtual step moves</source>
        <translation>仮想ステップの対象</translation>
    </message>
    <message>
        <source>Which of the classifier&apos;s parameters the virtual step updates. All: the exact meta gradient. Fewer: the meta gradient of a classifier whose other parameters are fixed, at less cost.</source>
        <translation>仮想ステップが分類器のどのパラメータを動かすか。すべてなら厳密なメタ勾配。一部なら、残りのパラメータを固定した分類器のメタ勾配となり、計算が軽くなります。</translation>
    </message>
    <message>
        <source>Meta step every</source>
        <translation>メタステップの間隔</translation>
    </message>
    <message>
        <source>One meta step in this many steps; MW-Net is not updated in between. 1: in every step, the exact method.</source>
        <translation>このステップ数ごとに行い、その間 MW-Net は変わりません。1：毎ステップ行う厳密な方法。</translation>
    </message>
    <message>
        <source>Lagged weights</source>
        <translation>遅延した重み</translation>
    </message>
    <message>
        <source>Samples are weighed by MW-Net as it was before the step&apos;s meta step, which saves a backward pass. Off: the exact method.</source>
        <translation>サンプルの重みに、そのステップのメタステップより前の MW-Net を使い、逆伝播を 1 回省きます。オフ：厳密な方法。</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>データ拡張</translation>
    </message>
    <message>
        <source>Training seed</source>
        <translation>学習シード</translation>
    </message>
    <message>
        <source>Seed of initial weights, batch order and augmentation.</source>
        <translation>初期重み、バッチの順、データ拡張のシード。</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>デバイス</translation>
    </message>
    <message>
        <source>auto, cpu, or a GPU by number such as cuda:0.</source>
        <translation>auto、cpu、または cuda:0 のような番号付き GPU。</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>数値精度</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>スレッド</translation>
    </message>
    <message>
        <source>CPU threads of one training. 0: one per core, shared by the trials that run at once.</source>
        <translation>CPU での一つの学習のスレッド数。0: コアごとに一つ。同時に動く試行で分け合います。</translation>
    </message>
    <message>
        <source>Tree-structured Parzen estimator: draws where good trials are dense and bad ones are not.</source>
        <translation>木構造 Parzen 推定器。良い試行が密で悪い試行が少ないところから引きます。</translation>
    </message>
    <message>
        <source>random</source>
        <translation>ランダム</translation>
    </message>
    <message>
        <source>Draws uniformly from the whole space and does not learn from earlier trials.</source>
        <translation>空間全体から一様に引き、以前の試行からは学びません。</translation>
    </message>
    <message>
        <source>Trials before pruning</source>
        <translation>枝刈り前の試行数</translation>
    </message>
    <message>
        <source>Epochs before pruning</source>
        <translation>枝刈り前のエポック数</translation>
    </message>
    <message>
        <source>Number of first epochs in which no trial is pruned.</source>
        <translation>最初のこの数のエポックでは枝刈りしません。</translation>
    </message>
    <message>
        <source>Every trial is trained to its end.</source>
        <translation>すべての試行を最後まで訓練します。</translation>
    </message>
    <message>
        <source>median</source>
        <translation>中央値</translation>
    </message>
    <message>
        <source>Ends a trial that is worse than half of the earlier ones at the same epoch.</source>
        <translation>同じエポックで以前の試行の半数より悪い試行を終わらせます。</translation>
    </message>
    <message>
        <source>percentile</source>
        <translation>百分位</translation>
    </message>
    <message>
        <source>Ends a trial that is not within a chosen best share of the earlier ones at the same epoch.</source>
        <translation>同じエポックで、設定した割合の良い以前の試行に入らない試行を終わらせます。</translation>
    </message>
    <message>
        <source>Share that continues</source>
        <translation>続ける割合</translation>
    </message>
    <message>
        <source>A trial is pruned unless it is among this best percentage of the earlier trials: 25 keeps the best quarter, 50 is the median.</source>
        <translation>枝刈りされないために、以前の試行の上位何パーセントに入る必要があるか。25 なら上位 4 分の 1 だけが残り、50 は中央値です。</translation>
    </message>
    <message>
        <source>Images and labels that the recipe makes noisy and imbalanced. A folder&apos;s are left as they are unless noise or imbalance is chosen.</source>
        <translation>レシピがノイズと不均衡を加える画像とラベル。フォルダーのものは、ノイズか不均衡を選ばない限りそのままです。</translation>
    </message>
    <message>
        <source>Train on the meta set</source>
        <translation>メタ集合でも学習</translation>
    </message>
    <message>
        <source>The meta images join the training set with their original labels: a control for using them as plain training data.</source>
        <translation>メタ画像を、もとのラベルのまま学習集合に加えます。単に学習データとして使う場合の対照です。</translation>
    </message>
    <message>
        <source>Seeds per compared variant</source>
        <translation>比較するバリアントごとのシード</translation>
    </message>
    <message>
        <source>Number of fresh seeds with which every compared variant is trained.</source>
        <translation>比較する各バリアントを学習する新しいシードの数。</translation>
    </message>
    <message>
        <source>label</source>
        <translation>ラベル</translation>
    </message>
    <message>
        <source>forward correction, estimated noise</source>
        <translation>前方補正 (ノイズを推定)</translation>
    </message>
    <message>
        <source>Forward correction; the probabilities of the label noise are estimated from the classifier itself, after a warm-up.</source>
        <translation>前方補正。ラベルノイズの確率は、ウォームアップの後に分類器自身から推定します。</translation>
    </message>
    <message>
        <source>Share of the run before the estimate</source>
        <translation>推定までの学習の割合</translation>
    </message>
    <message>
        <source>Until then cross entropy trains, at least for one epoch; in the paper a first network does, to its end. 1: the whole run.</source>
        <translation>それまでは交差エントロピーで、少なくとも 1 エポック学びます。論文では別のネットワークを先に最後まで学習します。1 は全体。</translation>
    </message>
    <message>
        <source>Percentile of the anchors</source>
        <translation>アンカーの百分位</translation>
    </message>
    <message>
        <source>The sample that shows how a class is labelled: the likeliest (100), or the likeliest below this percentile. 97 in the authors&apos; code, except for CIFAR-100; too low for classes with few samples.</source>
        <translation>クラスのラベルの付き方を示すサンプル。最も確率の高いもの (100)、またはこの百分位より下で最も高いもの。著者のコードでは CIFAR-100 以外で 97。サンプルの少ないクラスには低すぎます。</translation>
    </message>
    <message>
        <source>two-dimensional sample selection (TABASCO)</source>
        <translation>2 次元サンプル選択 (TABASCO)</translation>
    </message>
    <message>
        <source>Samples weigh the estimated probability that their label is right: by class, from predictions or features.</source>
        <translation>ラベルが正しいと推定される確率がサンプルの重みです。クラスごとに、予測または特徴から推定します。</translation>
    </message>
    <message>
        <source>Select samples from this share of the run</source>
        <translation>サンプル選択を始める時点 (学習全体に対する割合)</translation>
    </message>
    <message>
        <source>Until then every weight is 1; 0.1 in the published code for CIFAR-10, 0.3 for CIFAR-100.</source>
        <translation>それまではすべての重みが 1 です。公開コードでは CIFAR-10 で 0.1、CIFAR-100 で 0.3 です。</translation>
    </message>
    <message>
        <source>no</source>
        <translation>いいえ</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>はい</translation>
    </message>
    <message>
        <source>observed labels</source>
        <translation>観測ラベル</translation>
    </message>
    <message>
        <source>true labels</source>
        <translation>真のラベル</translation>
    </message>
    <message>
        <source>An upper line that no user could have: for experiments.</source>
        <translation>利用者には得られない上限の目安。実験用です。</translation>
    </message>
    <message>
        <source>mask focal loss</source>
        <translation>マスクフォーカル損失</translation>
    </message>
    <message>
        <source>For class labels the mask is the one-hot label itself, so it becomes the focal loss of a sigmoid per class: use quality-focal, which is that without soft labels.</source>
        <translation>クラスラベルではマスクは one-hot ラベルそのものなので、クラスごとのシグモイドのフォーカル損失になります。ソフトラベルのない quality-focal がそれです。</translation>
    </message>
    <message>
        <source>mean absolute error</source>
        <translation>平均絶対誤差</translation>
    </message>
    <message>
        <source>It is twice the generalised cross entropy at q = 1: use gce with gce-q 1.</source>
        <translation>q = 1 の一般化交差エントロピーの 2 倍です。gce を gce-q 1 で使ってください。</translation>
    </message>
    <message>
        <source>deferred reweighting (DRW)</source>
        <translation>遅延再重み付け (DRW)</translation>
    </message>
    <message>
        <source>It is a setting of LDAM, with which its paper combines it: use ldam with ldam-drw-epoch 0.8.</source>
        <translation>論文が組み合わせている LDAM の設定です。ldam を ldam-drw-epoch 0.8 で使ってください。</translation>
    </message>
    <message>
        <source>co-teaching</source>
        <translation>Co-teaching</translation>
    </message>
    <message>
        <source>It trains two networks, each on the samples that the other chooses, without a clean set. It is left out because it answers another question: here one classifier trains beside a small clean set.</source>
        <translation>きれいな集合を使わず、2 つのネットワークが互いに選んだサンプルで学びます。ここでの問いは、小さなきれいな集合を伴う 1 つの分類器についてであり、問いが異なるため含めていません。</translation>
    </message>
    <message>
        <source>DivideMix</source>
        <translation>DivideMix</translation>
    </message>
    <message>
        <source>It trains two networks, each of which decides which labels the other keeps, without a clean set. It is left out because it answers another question: here one classifier trains beside a small clean set.</source>
        <translation>きれいな集合を使わず、2 つのネットワークが互いに残すラベルを決めます。ここでの問いは、小さなきれいな集合を伴う 1 つの分類器についてであり、問いが異なるため含めていません。</translation>
    </message>
    <message>
        <source>demo</source>
        <translation>デモ</translation>
    </message>
    <message>
        <source>Search lag</source>
        <translation>探索の遅れ</translation>
    </message>
    <message>
        <source>Trial n knows only of trials up to n - N, however many have finished: the same study for any number of workers up to N; without a number of threads, each trial has an N-th of the cores. 0: each trial knows of all that have finished when it begins.</source>
        <translation>試行 n は、終わった試行の数によらず、n - N までの試行だけを知ります。N 以下ならワーカーがいくつでも同じスタディになります。スレッド数を指定しなければ、各試行はコアの N 分の 1 を使います。0: 各試行は、始まるときに終わっているすべての試行を知ります。</translation>
    </message>
    <message>
        <source>Standardised input</source>
        <translation>標準化した入力</translation>
    </message>
    <message>
        <source>Whether loss and features are standardised before MW-Net sees them. Both: each trial draws which.</source>
        <translation>MW-Net に渡す前に損失と特徴を標準化するか。両方を選ぶと、試行ごとにどちらかを引きます。</translation>
    </message>
    <message>
        <source>Class counts</source>
        <translation>クラスの数え方</translation>
    </message>
    <message>
        <source>The labels by which loss and weighting count the samples of a class. True ones are an upper line that no user could have: for experiments.</source>
        <translation>損失と重み付けがクラスのサンプルを数えるときのラベル。真のラベルは利用者には得られない上限の目安で、実験用です。</translation>
    </message>
    <message>
        <source>What MW-Net sees of a sample: its loss, its features from a layer, its observed label (one-hot), or several of these. Feature maps are averaged over their pixels.</source>
        <translation>MW-Net がサンプルについて見るもの。損失、ある層の特徴、観測ラベル(one-hot)、またはそのいくつか。特徴マップは画素で平均します。</translation>
    </message>
    <message>
        <source>Loss and features, but not the label, are shifted by their running mean and divided by their running standard deviation. As they are, those of one layer may be far larger than another&apos;s.</source>
        <translation>損失と特徴(ラベルは除く)から移動平均を引き、移動標準偏差で割ります。そのままでは、ある層の値が別の層よりはるかに大きいことがあります。</translation>
    </message>
    <message>
        <source>Random trials before TPE</source>
        <translation>TPE の前のランダムな試行数</translation>
    </message>
    <message>
        <source>How many finished trials TPE must know before it draws by what it has learned.</source>
        <translation>TPE が学んだことに基づいて引き始めるまでに知っておくべき、終了した試行の数。</translation>
    </message>
    <message>
        <source>Cross entropy of the logits plus tau log pi, pi being the share of each class.</source>
        <translation>ロジットに tau log pi を加えた交差エントロピー。pi は各クラスの割合。</translation>
    </message>
    <message>
        <source>Cross entropy of a softmax in which each class counts as often as there are samples of it.</source>
        <translation>各クラスをそのサンプル数だけ数えるソフトマックスの交差エントロピー。</translation>
    </message>
    <message>
        <source>Groups of similar size that CMW-Net makes of the classes, by their counts; 1: MW-Net.</source>
        <translation>CMW-Net がクラスから作る、同程度の大きさのグループの数 (サンプル数による)。1: MW-Net。</translation>
    </message>
    <message>
        <source>File of labels</source>
        <translation>ラベルのファイル</translation>
    </message>
    <message>
        <source>CSV file of the training images&apos; observed labels, a row for each: its column index (position in the training set, from 0) or path (below the data folder), and a column of labels, as class names or numbers. Naming one sets the noise to file.</source>
        <translation>学習画像の観測ラベルの CSV ファイル。画像ごとに 1 行で、列 index (学習セット内の位置、0 から) または path (データフォルダーからの相対パス) と、クラス名か番号のラベルの列を持つ。指定するとノイズは file になる。</translation>
    </message>
    <message>
        <source>Column of labels</source>
        <translation>ラベルの列</translation>
    </message>
    <message>
        <source>Column of the observed labels in the file. Empty: the only one beside index, path and true labels.</source>
        <translation>ファイル内の観測ラベルの列。空なら index、path、真のラベル以外の唯一の列。</translation>
    </message>
    <message>
        <source>Column of true labels</source>
        <translation>真のラベルの列</translation>
    </message>
    <message>
        <source>Column of the true labels in the file. Empty: true, if there is one. A benchmark&apos;s own labels must agree with it; of a folder&apos;s images it says what is true, and meta and validation images have these labels.</source>
        <translation>ファイル内の真のラベルの列。空なら true という列があればそれ。ベンチマーク自身のラベルはこれと一致しなければならない。フォルダーの画像ではこれが真のラベルとなり、メタ画像と検証画像もこのラベルを持つ。</translation>
    </message>
    <message>
        <source>Cross entropy of the observed label, by the known probabilities of the label noise; of labels from a file, by the shares in which the training images have them.</source>
        <translation>既知のラベルノイズの確率を通した、観測ラベルの交差エントロピー。ファイルのラベルでは、学習画像での割合を使う。</translation>
    </message>
    <message>
        <source>labels from a file</source>
        <translation>ファイルのラベル</translation>
    </message>
    <message>
        <source>What people or programs really answered, as a CSV file says it.</source>
        <translation>人やプログラムが実際に答えたもの。CSV ファイルから読む。</translation>
    </message>
    <message>
        <source>EXIF orientation</source>
        <translation>EXIF の向き</translation>
    </message>
    <message>
        <source>Cameras store many pictures turned and say so in EXIF data. torchvision reads them as they are stored, and so does this program unless it is told to turn them upright.</source>
        <translation>カメラは多くの画像を回転した状態で保存し、それを EXIF データに記します。torchvision は保存されたままで読み込み、このプログラムも正しい向きに直すよう指定されない限り同じです。</translation>
    </message>
    <message>
        <source>as stored</source>
        <translation>保存されたまま</translation>
    </message>
    <message>
        <source>turned upright</source>
        <translation>正しい向きに直す</translation>
    </message>
    <message>
        <source>Broken images</source>
        <translation>壊れた画像</translation>
    </message>
    <message>
        <source>What becomes of image files in the folder that cannot be read: the set is refused with a list of them, or they are left out, as if they were not there.</source>
        <translation>フォルダー内の読み込めない画像ファイルの扱い: 一覧を示してデータセットを拒否するか、存在しないものとして除外します。</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>拒否</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>除外</translation>
    </message>
    <message>
        <source>Checked images</source>
        <translation>確認済みの画像</translation>
    </message>
    <message>
        <source>Which of the folder&apos;s labels have been checked: a file that lists the images (one path below the data folder in a line, or a CSV with a column path and perhaps one of right labels), or all. Empty: those in a folder clean beside train, if there is one. Meta and validation images are taken from them alone, and test images where there is no folder test.</source>
        <translation>フォルダーのどのラベルが確認済みか: 画像を列挙したファイル (1 行にデータフォルダー以下のパス 1 つ、または列 path と、必要なら正しいラベルの列を持つ CSV)、または all。空欄: train の隣にフォルダー clean があればその画像。メタ画像と検証画像はそこからだけ取り、フォルダー test がなければテスト画像もそこから取ります。</translation>
    </message>
    <message>
        <source>Meta set</source>
        <translation>メタ集合</translation>
    </message>
    <message>
        <source>How the images are chosen that teach MW-Net what a good weight is.</source>
        <translation>良い重みを MW-Net に教える画像の選び方。</translation>
    </message>
    <message>
        <source>Meta set, per class</source>
        <translation>メタ集合、クラスごと</translation>
    </message>
    <message>
        <source>Images per class that teach MW-Net what a good weight is. Drawn ones are taken out of the training set, pseudo ones stay in it.</source>
        <translation>良い重みを MW-Net に教える、クラスごとの画像。抽出した画像は訓練集合から除かれ、疑似の画像は訓練集合に残ります。</translation>
    </message>
    <message>
        <source>Validation, per class</source>
        <translation>検証、クラスごと</translation>
    </message>
    <message>
        <source>Images per class by which the search judges an architecture. They are taken out of the training set.</source>
        <translation>探索がアーキテクチャを評価する、クラスごとの画像。訓練集合から除かれます。</translation>
    </message>
    <message>
        <source>In every step anew, samples weigh by how much their gradients agree with that of the meta set.</source>
        <translation>ステップごとに改めて、各サンプルの勾配がメタ集合の勾配とどれだけ一致するかで重みを付けます。</translation>
    </message>
    <message>
        <source>Truck to automobile, bird to airplane, deer to horse, cat to dog and dog to cat, as in Patrini et al. 2017. Code of some later papers turns cats into dogs only.</source>
        <translation>トラックを自動車、鳥を飛行機、鹿を馬、猫を犬、犬を猫にします (Patrini et al. 2017)。その後の論文のコードには猫を犬にするだけのものもあります。</translation>
    </message>
    <message>
        <source>drawn</source>
        <translation>抽出</translation>
    </message>
    <message>
        <source>From images whose labels are known to be right, or said to be.</source>
        <translation>ラベルが正しいと分かっている、またはそう示された画像から。</translation>
    </message>
    <message>
        <source>pseudo, chosen by loss</source>
        <translation>疑似 (損失で選択)</translation>
    </message>
    <message>
        <source>Of each observed class the training images of lowest loss after a warm-up by cross entropy. Nobody has checked their labels.</source>
        <translation>観測クラスごとに、交差エントロピーによるウォームアップ後に損失が最も小さい訓練画像。ラベルは誰も確認していません。</translation>
    </message>
    <message>
        <source>Share of the run before the pseudo meta set</source>
        <translation>疑似メタ集合を選ぶまでの割合</translation>
    </message>
    <message>
        <source>Until then cross entropy trains with weights of 1, for at least one epoch and for all but one at most; then the images of lowest loss are chosen.</source>
        <translation>それまでは重み 1 の交差エントロピーで学習します (最短 1 エポック、最長で最後の 1 エポックを残すまで)。その後、損失が最も小さい画像を選びます。</translation>
    </message>
    <message>
        <source>Images left out</source>
        <translation>除外する画像</translation>
    </message>
    <message>
        <source>CSV file of training images that are not trained on: a column path (below the data folder) or index, and perhaps a column mark, of which only wrong counts. Meta, validation and test images stay what they are without it, so that a variant with it can be compared.</source>
        <translation>学習に使わない学習画像の CSV ファイル。列 path (データフォルダーからの相対パス) か index と、あれば列 mark (wrong だけが有効)。メタ画像、検証画像、テスト画像は指定しない場合と同じなので、これを使うバリアントを比較できます。</translation>
    </message>
    <message>
        <source>Test after every epoch</source>
        <translation>エポックごとにテスト</translation>
    </message>
    <message>
        <source>Whether the test images are evaluated after every epoch. Off: only after the last ones, whose mean counts; training is the same and takes less time, and there are no test figures of earlier epochs.</source>
        <translation>テスト画像を毎エポック後に評価するかどうか。オフ:平均が採用される最後のエポックの後だけ評価します。学習は同じで時間が短くなり、それより前のエポックのテスト値はありません。</translation>
    </message>
    <message>
        <source>Imbalance factor</source>
        <translation>不均衡係数</translation>
    </message>
    <message>
        <source>IF = n_max / n_min: the size of the largest class over that of the smallest.</source>
        <translation>IF = n_max / n_min：最大クラスと最小クラスの大きさの比。</translation>
    </message>
    <message>
        <source>A small network on Fashion-MNIST, uniform noise 0.4, imbalance factor 50: search and comparison in five minutes on two cores.</source>
        <translation>Fashion-MNIST 上の小さなネットワーク、一様ノイズ 0.4、不均衡係数 50。2 コアで 5 分の探索と比較。</translation>
    </message>
    <message>
        <source>as large as the others</source>
        <translation>他と同じ大きさ</translation>
    </message>
    <message>
        <source>what is left</source>
        <translation>残り全部</translation>
    </message>
    <message>
        <source>Last batch of an epoch</source>
        <translation>エポックの最後のバッチ</translation>
    </message>
    <message>
        <source>What becomes of images that are left over where the batch size does not divide their number. As large as the others: an epoch&apos;s batches differ by one image at most. What is left: the last batch may be tiny, which disturbs batch norm, at another size of the training set in another way.</source>
        <translation>バッチサイズで割り切れずに残る画像の扱い。他と同じ大きさ：1 エポックのバッチの差は最大 1 枚。残り全部：最後のバッチがごく小さくなり得て、バッチ正規化を乱します。その影響は訓練集合の大きさによって変わります。</translation>
    </message>
    <message>
        <source>A trial&apos;s value is its mean accuracy on the validation set over this many last epochs.</source>
        <translation>試行の値は、検証集合での精度の、最後のこの数のエポックにわたる平均です。</translation>
    </message>
    <message>
        <source>A small network weighs every sample; it learns from the meta set, by the exact meta gradient unless a cheaper one is chosen.</source>
        <translation>小さなネットワークが各サンプルに重みを付けます。メタ集合から、軽い方法を選ばない限り厳密なメタ勾配で学びます。</translation>
    </message>
    <message>
        <source>Weights are divided by their sum over the batch, as in the code of Shu et al. 2019 for imbalance.</source>
        <translation>重みをバッチの合計で割ります。Shu et al. 2019 の不均衡用コードの通りです。</translation>
    </message>
    <message>
        <source>Random crops with a border of four pixels, and horizontal flips, except of digits (MNIST).</source>
        <translation>四画素の縁を付けたランダム切り出しと左右反転 (数字の MNIST では反転しません)。</translation>
    </message>
    <message>
        <source>Precision of the forward and backward passes; parameters are kept in fp32, with fp64 in fp64.</source>
        <translation>順伝播と逆伝播の精度。パラメーターは fp32 のまま (fp64 では fp64) です。</translation>
    </message>
    <message>
        <source>Number of trials that must be complete before one is pruned.</source>
        <translation>この数の試行が完了するまで枝刈りしません。</translation>
    </message>
</context>
<context>
    <name>SetupPanels</name>
    <message>
        <source>Another program made this study. Its recipe is not known here, and it can be looked at, not run.</source>
        <translation>このスタディは別のプログラムが作成しました。レシピはわからないため、見ることはできますが、実行はできません。</translation>
    </message>
</context>
<context>
    <name>Shortcuts</name>
    <message>
        <source>Elsewhere</source>
        <translation>その他</translation>
    </message>
</context>
<context>
    <name>TrialColumns</name>
    <message>
        <source>Starred by you</source>
        <translation>あなたが星を付けたもの</translation>
    </message>
    <message>
        <source>Number within the study, from 0</source>
        <translation>スタディ内の番号 (0 から)</translation>
    </message>
    <message>
        <source>state</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>How the trial ended, and why if it failed</source>
        <translation>試行の終わり方と、失敗した場合はその理由</translation>
    </message>
    <message>
        <source>layers</source>
        <translation>層</translation>
    </message>
    <message>
        <source>Nodes of each hidden layer</source>
        <translation>各隠れ層のノード数</translation>
    </message>
    <message>
        <source>input</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>What the weighting network sees of a sample</source>
        <translation>重みネットワークがサンプルについて見るもの</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>活性化</translation>
    </message>
    <message>
        <source>Activation of the hidden layers</source>
        <translation>隠れ層の活性化</translation>
    </message>
    <message>
        <source>meta lr</source>
        <translation>メタ学習率</translation>
    </message>
    <message>
        <source>Learning rate of the weighting network</source>
        <translation>重みネットワークの学習率</translation>
    </message>
    <message>
        <source>value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>What the search maximises or minimises; one seed</source>
        <translation>探索が最大または最小にする値 (シード一つ)</translation>
    </message>
    <message>
        <source>fresh seeds</source>
        <translation>新しいシード</translation>
    </message>
    <message>
        <source>Mean, 95 % half-width and seeds, where the comparison retrained this network</source>
        <translation>比較がこのネットワークを学習し直した場合の平均、95 % 半幅、シード数</translation>
    </message>
    <message>
        <source>best epoch</source>
        <translation>最良エポック</translation>
    </message>
    <message>
        <source>Epoch at which the searched metric was best</source>
        <translation>探索した指標が最良だったエポック</translation>
    </message>
    <message>
        <source>test</source>
        <translation>テスト</translation>
    </message>
    <message>
        <source>Test accuracy; never searched</source>
        <translation>テスト精度 (探索には使わない)</translation>
    </message>
    <message>
        <source>noise AUROC</source>
        <translation>ノイズ AUROC</translation>
    </message>
    <message>
        <source>How well low weights find the wrong labels; 0.5 is chance</source>
        <translation>小さい重みが誤ラベルをどれだけ見つけるか。0.5 は偶然</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>パラメーター数</translation>
    </message>
    <message>
        <source>Number of parameters of the weighting network</source>
        <translation>重みネットワークのパラメーター数</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>Seed of initial weights, batch order and augmentation</source>
        <translation>初期重み、バッチの順、データ拡張のシード</translation>
    </message>
    <message>
        <source>time</source>
        <translation>時間</translation>
    </message>
    <message>
        <source>tags</source>
        <translation>タグ</translation>
    </message>
    <message>
        <source>Yours, with commas between them; edit in place</source>
        <translation>あなたのもの。コンマで区切り、その場で編集できます</translation>
    </message>
    <message>
        <source>note</source>
        <translation>情報</translation>
    </message>
    <message>
        <source>Yours; edit in place</source>
        <translation>あなたのもの。その場で編集できます</translation>
    </message>
    <message>
        <source>Searched parameter %1</source>
        <translation>探索したパラメーター %1</translation>
    </message>
    <message>
        <source>Objective %1, one of several</source>
        <translation>目的関数 %1 (複数のうちの一つ)</translation>
    </message>
    <message>
        <source>How long it ran, without interruptions</source>
        <translation>中断を除いた実行時間</translation>
    </message>
    <message numerus="yes">
        <source>Mean of the last %Ln epoch(s)</source>
        <translation>
            <numerusform>最後の %Ln エポックの平均</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrialDetails</name>
    <message>
        <source>Fresh seeds</source>
        <translation>新しいシード</translation>
    </message>
    <message>
        <source>Test, never searched</source>
        <translation>テスト (探索には使わない)</translation>
    </message>
    <message>
        <source>Noise AUROC</source>
        <translation>ノイズ AUROC</translation>
    </message>
    <message>
        <source>%1   many %2   medium %3   few %4</source>
        <translation>%1   大 %2   中 %3   小 %4</translation>
    </message>
    <message>
        <source>Seed · device</source>
        <translation>シード · デバイス</translation>
    </message>
    <message>
        <source>Attempt</source>
        <translation>回数</translation>
    </message>
    <message>
        <source>%1: memory ran out before, the batch was halved</source>
        <translation>%1: 前回メモリーが足りず、バッチを半分にしました</translation>
    </message>
    <message>
        <source>Selection bias, best of %1</source>
        <translation>選択バイアス、%1 件の最良</translation>
    </message>
    <message>
        <source>about +%1</source>
        <translation>約 +%1</translation>
    </message>
    <message>
        <source>in</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>重み</translation>
    </message>
    <message>
        <source>Trial %1</source>
        <translation>試行 %1</translation>
    </message>
    <message>
        <source>★ best of %1</source>
        <translation>★ %1 件中の最良</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>入力</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>パラメーター数</translation>
    </message>
    <message>
        <source>Meta learning rate</source>
        <translation>メタ学習率</translation>
    </message>
    <message>
        <source>Validation, searched</source>
        <translation>検証 (探索に使用)</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>値</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>所要時間</translation>
    </message>
    <message>
        <source>%1 so far, epoch %2</source>
        <translation>これまで %1、エポック %2</translation>
    </message>
</context>
<context>
    <name>TrialQuery</name>
    <message>
        <source>The quotation mark before “%1” is not closed: write another one behind it.</source>
        <translation>「%1」の前の引用符が閉じていません。後ろにもう一つ書いてください。</translation>
    </message>
    <message>
        <source>“%1” is not known: write values with commas between them, as in state:pruned,failed.</source>
        <translation>「%1」は使えません。state:pruned,failed のように値をコンマで区切ってください。</translation>
    </message>
    <message>
        <source>“%1” is not needed: a trial must meet every term. Leave it out.</source>
        <translation>「%1」は不要です。試行はすべての条件を満たす必要があります。省いてください。</translation>
    </message>
    <message>
        <source>“%1” is not known: write - in front of the term, as in -state:failed.</source>
        <translation>「%1」は使えません。-state:failed のように条件の前に - を書いてください。</translation>
    </message>
    <message>
        <source>Between the quotation marks stands nothing: write a word there.</source>
        <translation>引用符の間が空です。言葉を書いてください。</translation>
    </message>
    <message>
        <source>“%1” is no comparison. There are : = != &lt; &lt;= &gt; and &gt;=.</source>
        <translation>「%1」は比較ではありません。使えるのは : = != &lt; &lt;= &gt; &gt;= です。</translation>
    </message>
    <message>
        <source>“%1” has no column in front of it: write one, as in value&gt;0.45.</source>
        <translation>「%1」の前に列がありません。value&gt;0.45 のように書いてください。</translation>
    </message>
    <message>
        <source>This study has no column “%1”. To search for the text, write it in quotation marks: &quot;%2&quot;.</source>
        <translation>このスタディに列「%1」はありません。文字として探すには引用符で囲んでください: &quot;%2&quot;</translation>
    </message>
    <message>
        <source>This study has no column “%1”: is %2 meant? To search for the text, write it in quotation marks: &quot;%3&quot;.</source>
        <translation>このスタディに列「%1」はありません。%2 のことですか。文字として探すには引用符で囲んでください: &quot;%3&quot;</translation>
    </message>
    <message>
        <source>“%1” holds no numbers that could be more or less: write %2, for example.</source>
        <translation>「%1」は大小を比べられる数ではありません。例えば %2 と書いてください。</translation>
    </message>
    <message>
        <source>“%1” needs one number to compare with, with a decimal point: write %2, for example.</source>
        <translation>「%1」には比べる数が一つ必要です (小数点は「.」)。例えば %2 と書いてください。</translation>
    </message>
    <message>
        <source>“%1” lacks a value: write %2, for example.</source>
        <translation>「%1」に値がありません。例えば %2 と書いてください。</translation>
    </message>
    <message>
        <source>“%1” is no number for %2: write %3, for example.</source>
        <translation>「%1」は %2 の数ではありません。例えば %3 と書いてください。</translation>
    </message>
    <message>
        <source>“%1” is no value of %2. There are: %3.</source>
        <translation>「%1」は %2 の値ではありません。使えるもの: %3</translation>
    </message>
    <message>
        <source>“%1” is no part of an input. There are, with + between them: %2.</source>
        <translation>「%1」は入力の要素ではありません。+ でつないで使えるもの: %2</translation>
    </message>
    <message>
        <source>“%1” is the number of hidden layers, and none has %2: for their width write nodes:%2.</source>
        <translation>「%1」は隠れ層の数で、%2 層のものはありません。幅は nodes:%2 と書いてください。</translation>
    </message>
    <message>
        <source>“%1” is neither a number of layers, as in layers:2, nor the nodes of each, as in layers:128-128.</source>
        <translation>「%1」は layers:2 のような層の数でも、layers:128-128 のような各層のノード数でもありません。</translation>
    </message>
</context>
<context>
    <name>TrialScope</name>
    <message numerus="yes">
        <source>%n done</source>
        <translation>
            <numerusform>完了 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pruned</source>
        <translation>
            <numerusform>枝刈り %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>失敗 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n running</source>
        <translation>
            <numerusform>実行中 %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>待機 %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>all trials · by state</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>brushed: top %1 %</source>
        <translation>選択: 上位 %1 %</translation>
    </message>
    <message numerus="yes">
        <source>brushed: %n trial(s)</source>
        <translation>
            <numerusform>選択: 試行 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n interrupted</source>
        <translation>
            <numerusform>中断 %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Trials</name>
    <message>
        <source>running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>pruned</source>
        <translation>枝刈り</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>待機</translation>
    </message>
    <message>
        <source>‖ interrupted, continues at the next start</source>
        <translation>‖ 中断、次の開始で再開します</translation>
    </message>
    <message>
        <source>%1 · epoch %2 of %3</source>
        <translation>%1 · %3 エポック中 %2</translation>
    </message>
    <message>
        <source>%1 · step %2</source>
        <translation>%1 · ステップ %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>trial %1: %2, value %3</source>
        <translation>試行 %1: %2、値 %3</translation>
    </message>
    <message>
        <source>trial %1: %2, layers %3, input %4, value %5</source>
        <translation>試行 %1: %2、層 %3、入力 %4、値 %5</translation>
    </message>
    <message>
        <source>no hidden layer</source>
        <translation>隠れ層なし</translation>
    </message>
    <message>
        <source>%1, one seed: no interval</source>
        <translation>%1、シード一つ: 区間なし</translation>
    </message>
    <message numerus="yes">
        <source>%1 ± %2, %n seed(s)</source>
        <translation>
            <numerusform>%1 ± %2、シード %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, violates a constraint</source>
        <translation>%1、制約に違反</translation>
    </message>
</context>
<context>
    <name>VariantFigures</name>
    <message>
        <source>%1 (%2)</source>
        <comment>a variant, number of its seeds</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1: %2 ± %3 (%4)</source>
        <comment>variant, mean, half-width, seeds</comment>
        <translation>%1: %2 ± %3 (%4)</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <comment>variant, mean, seeds</comment>
        <translation>%1: %2 (%3)</translation>
    </message>
</context>
<context>
    <name>Variants</name>
    <message>
        <source>searched</source>
        <translation>探索</translation>
    </message>
    <message>
        <source>The best trial&apos;s network and rate, retrained: what the others are compared with</source>
        <translation>最良の試行のネットワークと学習率を再学習。ほかはこれと比べます</translation>
    </message>
    <message>
        <source>fixed 1-100-1, loss</source>
        <translation>固定 1-100-1、損失</translation>
    </message>
    <message>
        <source>The network of Shu et al. 2019 at the study&apos;s meta rate: does the search gain anything?</source>
        <translation>Shu et al. 2019 のネットワーク、スタディのメタ学習率。探索に効果はあるか</translation>
    </message>
    <message>
        <source>1-100-1, loss, searched rate</source>
        <translation>1-100-1、損失、探索した学習率</translation>
    </message>
    <message>
        <source>The same at the searched meta rate: does the rate alone explain the gain?</source>
        <translation>同じものを探索したメタ学習率で。学習率だけの効果か</translation>
    </message>
    <message>
        <source>1-100-1, searched input</source>
        <translation>1-100-1、探索した入力</translation>
    </message>
    <message>
        <source>1-100-1 with the searched input: does the input alone explain the gain?</source>
        <translation>探索した入力による 1-100-1。入力だけの効果か</translation>
    </message>
    <message>
        <source>searched size, loss</source>
        <translation>探索した大きさ、損失</translation>
    </message>
    <message>
        <source>The searched layers with the loss as input: do the layers alone explain the gain?</source>
        <translation>損失を入力とする探索した層。層だけの効果か</translation>
    </message>
    <message>
        <source>largest, loss</source>
        <translation>最大、損失</translation>
    </message>
    <message>
        <source>The largest network of the space with the loss as input: is size enough?</source>
        <translation>損失を入力とする探索空間で最大のネットワーク。大きさだけで足りるか</translation>
    </message>
    <message>
        <source>largest, searched input</source>
        <translation>最大、探索した入力</translation>
    </message>
    <message>
        <source>The largest network with the searched input: does its size need a search?</source>
        <translation>探索した入力による最大のネットワーク。大きさを探索する必要はあるか</translation>
    </message>
    <message>
        <source>random search</source>
        <translation>ランダム探索</translation>
    </message>
    <message>
        <source>The best of a random search with as many trials: does the sampler matter? It costs a second search</source>
        <translation>同じ試行数のランダム探索の最良。サンプラーは重要か。もう一度探索する費用がかかります</translation>
    </message>
    <message>
        <source>cross entropy</source>
        <translation>交差エントロピー</translation>
    </message>
    <message>
        <source>Plain cross entropy, no weights: does weighting help at all?</source>
        <translation>重みのない交差エントロピー。重み付けに効果はあるか</translation>
    </message>
    <message>
        <source>cross entropy, meta images too</source>
        <translation>交差エントロピー、メタ画像も</translation>
    </message>
    <message>
        <source>The meta images join the training set: would training on them do as well?</source>
        <translation>メタ画像を学習集合に加える。それで学習しても同じか</translation>
    </message>
    <message>
        <source>test accuracy</source>
        <translation>テスト精度</translation>
    </message>
    <message>
        <source>balanced test accuracy</source>
        <translation>均衡テスト精度</translation>
    </message>
    <message>
        <source>test accuracy, classes with few images</source>
        <translation>テスト精度、画像の少ないクラス</translation>
    </message>
    <message>
        <source>validation accuracy</source>
        <translation>検証精度</translation>
    </message>
    <message>
        <source>noise AUROC</source>
        <translation>ノイズ AUROC</translation>
    </message>
    <message>
        <source>fixed 1-100-1, loss + label</source>
        <translation>固定 1-100-1、損失 + ラベル</translation>
    </message>
    <message>
        <source>The same network, which sees the observed label too: is knowing the class enough?</source>
        <translation>観測ラベルも見る同じネットワーク。クラスがわかれば十分か。</translation>
    </message>
    <message>
        <source>test accuracy, classes with many images</source>
        <translation>テスト精度、画像の多いクラス</translation>
    </message>
    <message>
        <source>test accuracy, classes of medium size</source>
        <translation>テスト精度、画像数が中程度のクラス</translation>
    </message>
    <message>
        <source>test loss (negative log-likelihood)</source>
        <translation>テスト損失 (負の対数尤度)</translation>
    </message>
    <message>
        <source>expected calibration error, test</source>
        <translation>期待較正誤差、テスト</translation>
    </message>
    <message>
        <source>noise AUROC, classes with few images</source>
        <translation>ノイズ AUROC、画像の少ないクラス</translation>
    </message>
    <message>
        <source>noise average precision</source>
        <translation>ノイズ平均適合率</translation>
    </message>
    <message>
        <source>supported</source>
        <translation>支持</translation>
    </message>
    <message>
        <source>refuted</source>
        <translation>反証</translation>
    </message>
    <message>
        <source>cannot tell</source>
        <translation>判定できない</translation>
    </message>
</context>
<context>
    <name>Verdicts</name>
    <message>
        <source>%1 points, one seed: no interval</source>
        <translation>%1 ポイント、シード一つ: 区間なし</translation>
    </message>
    <message numerus="yes">
        <source>%1 points over %n seed(s)</source>
        <translation>
            <numerusform>%1 ポイント (シード %n 個)</numerusform>
        </translation>
    </message>
    <message>
        <source>AUROC %1, one seed: no interval</source>
        <translation>AUROC %1、シード一つ: 区間なし</translation>
    </message>
    <message numerus="yes">
        <source>AUROC %1 [%2, %3] over %n seed(s)</source>
        <translation>
            <numerusform>AUROC %1 [%2, %3] (シード %n 個)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 − %2</source>
        <comment>the difference of two variants</comment>
        <translation>%1 − %2</translation>
    </message>
    <message>
        <source>%1 − chance: noise AUROC, classes with few images</source>
        <translation>%1 − 偶然: ノイズ AUROC、画像の少ないクラス</translation>
    </message>
    <message>
        <source>✓ better</source>
        <translation>✓ 優れる</translation>
    </message>
    <message>
        <source>? cannot tell</source>
        <translation>? 判定できない</translation>
    </message>
    <message>
        <source>✕ worse</source>
        <translation>✕ 劣る</translation>
    </message>
    <message numerus="yes">
        <source>%n more seed(s), %1 in all, for 80 % power</source>
        <translation>
            <numerusform>検出力 80 % にはあとシード %n 個 (全部で %1 個)</numerusform>
        </translation>
    </message>
    <message>
        <source>at least 2 seeds</source>
        <translation>少なくともシード 2 個</translation>
    </message>
    <message>
        <source>more than %1 seeds</source>
        <translation>シード %1 個より多く</translation>
    </message>
    <message>
        <source>g %1 [%2, %3]</source>
        <comment>Hedges&apos; g and its interval</comment>
        <translation>g %1 [%2, %3]</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n seed(s) without a pair are ignored</source>
        <translation>
            <numerusform>対のないシード %n 個は数えません</numerusform>
        </translation>
    </message>
    <message>
        <source>too many pairs to enumerate</source>
        <translation>組が多すぎて数え上げられない</translation>
    </message>
    <message>
        <source>Paired Student t: %1, after Holm %2</source>
        <translation>対応のある Student t: %1、Holm 補正後 %2</translation>
    </message>
    <message>
        <source>Exact signed rank: %1</source>
        <translation>正確な符号順位検定: %1</translation>
    </message>
    <message>
        <source>Hedges&apos; g of the pairs, exact 95 % interval: %1</source>
        <translation>対の Hedges の g、正確な 95 % 区間: %1</translation>
    </message>
    <message>
        <source>%1, if the difference is as large as seen</source>
        <comment>how many more seeds it takes</comment>
        <translation>%1 (差が見たとおりの大きさなら)</translation>
    </message>
    <message numerus="yes">
        <source>With %n paired seed(s) the exact signed-rank test can never go below p %1: it cannot decide alone.</source>
        <translation>
            <numerusform>対応のあるシードが %n 個では、正確な符号順位検定は p %1 を下回れません。これだけでは判定できません。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, one seed: no interval</source>
        <comment>a difference</comment>
        <translation>%1、シード 1 個: 区間なし</translation>
    </message>
    <message numerus="yes">
        <source>%1 [%2, %3] over %n seed(s)</source>
        <comment>a difference and its interval</comment>
        <translation>
            <numerusform>%1 [%2, %3]、シード %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>not compared: the two do not have the same classes of this size</source>
        <translation>比較しません: 両者でこの大きさのクラスが同じではありません</translation>
    </message>
    <message numerus="yes">
        <source>%n seed(s) with which the two do not have the same classes of this size are left out</source>
        <translation>
            <numerusform>両者でこの大きさのクラスが同じでないシード %n 個は除かれています</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WatchPanels</name>
    <message>
        <source>Another program made this study. It holds no trainings to watch; Search shows what its trials reported.</source>
        <translation>このスタディは別のプログラムが作成しました。観察できる学習はありません。試行が報告した値は「探索」に表示されます。</translation>
    </message>
</context>
<context>
    <name>WeightText</name>
    <message>
        <source>wrong labels weigh a little less (AUROC %1)</source>
        <translation>誤ラベルの重みはやや小さい (AUROC %1)</translation>
    </message>
    <message>
        <source>changed labels weigh a little less (AUROC %1)</source>
        <translation>変更したラベルの重みはやや小さい (AUROC %1)</translation>
    </message>
    <message>
        <source>wrong labels weigh a little more (AUROC %1)</source>
        <translation>誤ラベルの重みはやや大きい (AUROC %1)</translation>
    </message>
    <message>
        <source>changed labels weigh a little more (AUROC %1)</source>
        <translation>変更したラベルの重みはやや大きい (AUROC %1)</translation>
    </message>
    <message>
        <source>no difference between wrong and right labels is shown (AUROC %1)</source>
        <translation>誤ラベルと正しいラベルの差は認められない (AUROC %1)</translation>
    </message>
    <message>
        <source>no difference between changed and other labels is shown (AUROC %1)</source>
        <translation>変更したラベルと他のラベルの差は認められない (AUROC %1)</translation>
    </message>
    <message>
        <source>flat, nearly all samples weigh the same</source>
        <translation>平坦、ほぼすべてのサンプルが同じ重み</translation>
    </message>
    <message>
        <source>no label is known to be wrong</source>
        <translation>誤りとわかっているラベルはない</translation>
    </message>
    <message>
        <source>which labels are wrong is not known</source>
        <translation>どのラベルが誤りかは不明</translation>
    </message>
    <message>
        <source>wrong labels weigh more (AUROC %1)</source>
        <translation>誤ラベルの重みのほうが大きい (AUROC %1)</translation>
    </message>
    <message>
        <source>changed labels weigh more (AUROC %1)</source>
        <translation>変更したラベルの重みのほうが大きい (AUROC %1)</translation>
    </message>
    <message>
        <source>separates wrong from right labels (AUROC %1)</source>
        <translation>誤ラベルと正しいラベルを分ける (AUROC %1)</translation>
    </message>
    <message>
        <source>separates changed labels from the others (AUROC %1)</source>
        <translation>変更したラベルを他から分ける (AUROC %1)</translation>
    </message>
    <message>
        <source>all samples count equally</source>
        <translation>どのサンプルも同じ重さ</translation>
    </message>
    <message>
        <source>fed by the loss</source>
        <translation>入力は損失</translation>
    </message>
    <message>
        <source>fed by %1</source>
        <comment>what the weighting&apos;s network sees</comment>
        <translation>入力は %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a weighting, what its network is fed by</comment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>where weights come from, what they do</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The weights of 98 of 100 samples span at most %1 % of their mean.</source>
        <translation>サンプル 100 個中 98 個の重みの幅は、平均の %1 % 以下です。</translation>
    </message>
    <message>
        <source>AUROC of 1 − weight as a score for wrong labels: %1, 95 % interval %2 to %3. It is 1 if every wrong label weighs less than every right one, 0 if every one weighs more, and 0.5 by chance.</source>
        <translation>1 − 重みを誤ラベルのスコアとみた AUROC: %1、95 % 区間 %2～%3。どの誤ラベルもどの正しいラベルより軽ければ 1、どれも重ければ 0、偶然なら 0.5 です。</translation>
    </message>
    <message>
        <source>Whether weights tell wrong labels apart can only be seen where it is known which labels are wrong.</source>
        <translation>重みが誤ラベルを見分けるかどうかは、どのラベルが誤りかわかっている場合にしかわかりません。</translation>
    </message>
    <message>
        <source>AUROC of 1 − weight as a score for changed labels: %1, 95 % interval %2 to %3. It is 1 if every changed label weighs less than every other, 0 if every one weighs more, and 0.5 by chance.</source>
        <translation>1 − 重みを変更したラベルのスコアとみた AUROC: %1、95 % 区間 %2～%3。変更したどのラベルも他のどれより軽ければ 1、どれも重ければ 0、偶然なら 0.5 です。</translation>
    </message>
    <message>
        <source>separates both shifts: changed labels weigh less, rare classes do not</source>
        <translation>両方のシフトを分ける: 変更したラベルの重みは小さく、少数クラスの重みは小さくない</translation>
    </message>
    <message>
        <source>separates both shifts: wrong labels weigh less, rare classes do not</source>
        <translation>両方のシフトを分ける: 誤ラベルの重みは小さく、少数クラスの重みは小さくない</translation>
    </message>
    <message>
        <source>follows the loss only: changed labels and rare classes rise together</source>
        <translation>損失だけに従う: 変更したラベルと少数クラスの重みがともに上がる</translation>
    </message>
    <message>
        <source>follows the loss only: wrong labels and rare classes rise together</source>
        <translation>損失だけに従う: 誤ラベルと少数クラスの重みがともに上がる</translation>
    </message>
    <message>
        <source>follows the loss only: changed labels and rare classes fall together</source>
        <translation>損失だけに従う: 変更したラベルと少数クラスの重みがともに下がる</translation>
    </message>
    <message>
        <source>follows the loss only: wrong labels and rare classes fall together</source>
        <translation>損失だけに従う: 誤ラベルと少数クラスの重みがともに下がる</translation>
    </message>
    <message>
        <source>follows class size only</source>
        <translation>クラスの大きさだけに従う</translation>
    </message>
    <message>
        <source>mixed: neither separating both shifts nor following the loss or class size alone is shown</source>
        <translation>混在: 両方のシフトを分けることも、損失またはクラスの大きさだけに従うことも認められない</translation>
    </message>
</context>
<context>
    <name>reweigh</name>
    <message>
        <source>There is no setting &quot;%1&quot;; did you mean &quot;%3&quot;?</source>
        <translation>設定「%1」はありません。「%3」でしょうか。</translation>
    </message>
    <message>
        <source>&quot;%2&quot; is no value of %1; did you mean &quot;%3&quot;?</source>
        <translation>「%2」は %1 の値ではありません。「%3」でしょうか。</translation>
    </message>
    <message>
        <source>&quot;%2&quot; is no value of %1; it takes: %3.</source>
        <translation>「%2」は %1 の値ではありません。使える値: %3。</translation>
    </message>
    <message>
        <source>%1 cannot be %2; give %3.</source>
        <translation>%1 を %2 にはできません。%3 を指定してください。</translation>
    </message>
    <message>
        <source>The configuration %1 is not a JSON object (%2); compare it with the output of --print-config.</source>
        <translation>設定 %1 は JSON オブジェクトではありません (%2)。--print-config の出力と比べてください。</translation>
    </message>
    <message>
        <source>%1 is missing.</source>
        <translation>%1 がありません。</translation>
    </message>
    <message>
        <source>The data set is not at %1; %3.</source>
        <translation>データセットは %1 にありません。%3。</translation>
    </message>
    <message>
        <source>There is no file %1; check the path.</source>
        <translation>ファイル %1 はありません。パスを確かめてください。</translation>
    </message>
    <message>
        <source>%1 cannot be read (%2); check its name and its permissions.</source>
        <translation>%1 を読み込めません (%2)。名前と権限を確かめてください。</translation>
    </message>
    <message>
        <source>%1 is cut short (%2); get a whole copy of it.</source>
        <translation>%1 は途中で切れています (%2)。完全なものを入手してください。</translation>
    </message>
    <message>
        <source>%1 is larger than it may be (%2, at most %3); check that it is the right file.</source>
        <translation>%1 は許された大きさを超えています (%2、最大 %3)。正しいファイルか確かめてください。</translation>
    </message>
    <message>
        <source>%1 is larger than it may be (%2); check that it is the right file.</source>
        <translation>%1 は許された大きさを超えています (%2)。正しいファイルか確かめてください。</translation>
    </message>
    <message>
        <source>%1 is not a PNG or JPEG image (%2); remove it from the folder or repair it.</source>
        <translation>%1 は PNG や JPEG の画像ではありません (%2)。フォルダーから除くか修復してください。</translation>
    </message>
    <message>
        <source>%1 has a label outside the data set&apos;s classes (%2; allowed %3); check that it is the right file.</source>
        <translation>%1 にデータセットのクラス外のラベルがあります (%2、許される範囲 %3)。正しいファイルか確かめてください。</translation>
    </message>
    <message>
        <source>Imbalance factor %2 would leave class %1 empty; the largest that works is %3.</source>
        <translation>不均衡比 %2 ではクラス %1 が空になります。使える最大は %3 です。</translation>
    </message>
    <message>
        <source>%1 does not fit %2; use %3.</source>
        <translation>%1 は %2 に合いません。%3 を使ってください。</translation>
    </message>
    <message>
        <source>The download of %1 failed (%2); run it again, it continues where it stopped.</source>
        <translation>%1 のダウンロードに失敗しました (%2)。もう一度実行すると続きから始まります。</translation>
    </message>
    <message>
        <source>%1 has checksum %2 instead of %3; delete it and download it again.</source>
        <translation>%1 のチェックサムは %3 ではなく %2 です。削除してダウンロードし直してください。</translation>
    </message>
    <message>
        <source>The archive %1 wants to write outside its folder (%2); it was not unpacked.</source>
        <translation>アーカイブ %1 がフォルダーの外に書こうとしています (%2)。展開しませんでした。</translation>
    </message>
    <message>
        <source>%1 cannot be written (%2); choose another folder or change its permissions.</source>
        <translation>%1 に書き込めません (%2)。別のフォルダーを選ぶか、権限を変えてください。</translation>
    </message>
    <message>
        <source>The run %1 is being written by another process; wait for it or stop it.</source>
        <translation>実行 %1 は別のプロセスが書き込み中です。待つか、そのプロセスを止めてください。</translation>
    </message>
    <message>
        <source>The run %1 is being written by another process (%2); wait for it or stop it.</source>
        <translation>実行 %1 は別のプロセスが書き込み中です (%2)。待つか、そのプロセスを止めてください。</translation>
    </message>
    <message>
        <source>The checkpoint %1 belongs to another run (%2); %3.</source>
        <translation>チェックポイント %1 は別の実行のものです (%2)。%3。</translation>
    </message>
    <message>
        <source>There is no study at %1; check the path, or start one with reweigh search.</source>
        <translation>%1 にスタディはありません。パスを確かめるか、reweigh search で始めてください。</translation>
    </message>
    <message>
        <source>%1 already holds a study or run; continue it with --resume, or give another --out.</source>
        <translation>%1 にはすでにスタディか実行があります。--resume で続けるか、別の --out を指定してください。</translation>
    </message>
    <message>
        <source>%1 is not a study file (not an SQLite database); give the study.db of a study&apos;s folder.</source>
        <translation>%1 はスタディファイルではありません (SQLite データベースではない)。スタディフォルダーの study.db を指定してください。</translation>
    </message>
    <message>
        <source>The study %1 is being written by another process; wait for it or stop it.</source>
        <translation>スタディ %1 は別のプロセスが書き込み中です。待つか、そのプロセスを止めてください。</translation>
    </message>
    <message>
        <source>The study %1 is being written by another process (%2); wait for it or stop it.</source>
        <translation>スタディ %1 は別のプロセスが書き込み中です (%2)。待つか、そのプロセスを止めてください。</translation>
    </message>
    <message>
        <source>The study %1 is damaged (%2); restore a copy of it.</source>
        <translation>スタディ %1 は壊れています (%2)。複製から戻してください。</translation>
    </message>
    <message>
        <source>The study %1 has no finished trial yet; let reweigh search finish one.</source>
        <translation>スタディ %1 にはまだ完了した試行がありません。reweigh search で完了させてください。</translation>
    </message>
    <message>
        <source>%1 is not an architecture file of this version (%2; expected %3); write it anew with reweigh export.</source>
        <translation>%1 はこの版の構造ファイルではありません (%2、期待 %3)。reweigh export で書き直してください。</translation>
    </message>
    <message>
        <source>Device %1 cannot be used (%2); there is: %3.</source>
        <translation>デバイス %1 は使えません (%2)。使えるもの: %3。</translation>
    </message>
    <message>
        <source>Device %1 cannot be used (%2).</source>
        <translation>デバイス %1 は使えません (%2)。</translation>
    </message>
    <message>
        <source>Precision %1 is not supported on %2; use fp32.</source>
        <translation>数値精度 %1 は %2 では使えません。fp32 を使ってください。</translation>
    </message>
    <message>
        <source>%1 ran out of memory (%2); lower batch-size or choose a smaller model.</source>
        <translation>%1 のメモリーが足りません (%2)。batch-size を下げるか、小さいモデルを選んでください。</translation>
    </message>
    <message>
        <source>Interrupted; everything so far is in %1: run the same command with --resume to continue.</source>
        <translation>中断しました。ここまでのものは %1 にあります。同じコマンドを --resume 付きで実行すると続きます。</translation>
    </message>
    <message>
        <source>Training of %1 failed: %2</source>
        <translation>%1 の学習に失敗しました: %2</translation>
    </message>
    <message>
        <source>Internal error: %2 (%1). Please report it.</source>
        <translation>内部エラー: %2 (%1)。報告してください。</translation>
    </message>
    <message>
        <source>%1 has no effect in a search, which draws its own for each trial; give %3 instead.</source>
        <translation>探索では試行ごとに自ら引くため、%1 は効果がありません。代わりに %3 を指定してください。</translation>
    </message>
    <message>
        <source>%1 has no effect in a search, whose trials all use the same value; leave it out.</source>
        <translation>探索ではどの試行も同じ値なので、%1 は効果がありません。指定しないでください。</translation>
    </message>
    <message>
        <source>%1 has no effect with %2, only with %3.</source>
        <translation>%1 は %2 では効果がなく、%3 でのみ効果があります。</translation>
    </message>
    <message>
        <source>%1 has no effect with %2; leave one of them out.</source>
        <translation>%1 は %2 と併せると効果がありません。どちらかを省いてください。</translation>
    </message>
    <message>
        <source>%1 holds no class folders; put the images of each class into a folder of its own there, named after the class.</source>
        <translation>%1 にクラスのフォルダーがありません。クラスごとに、クラス名のフォルダーを作って画像を入れてください。</translation>
    </message>
    <message>
        <source>%1 holds one class folder only (%2); there is nothing to tell apart: add the folders of the other classes, or name the folder that holds them.</source>
        <translation>%1 にはクラスのフォルダーが 1 つ (%2) しかなく、区別するものがありません。他のクラスのフォルダーを加えるか、それらを含むフォルダーを指定してください。</translation>
    </message>
    <message>
        <source>%1 holds %2 class folders, and %3 are the most there may be; name the folder whose folders are classes, or join some.</source>
        <translation>%1 にはクラスのフォルダーが %2 個ありますが、上限は %3 個です。クラスのフォルダーを直接含むフォルダーを指定するか、いくつかをまとめてください。</translation>
    </message>
    <message>
        <source>No class in %1 has two images, so none can be kept for tests; add images, or divide them into train and test folders.</source>
        <translation>%1 には画像が 2 枚以上あるクラスがなく、テスト用に残せません。画像を加えるか、train と test のフォルダーに分けてください。</translation>
    </message>
    <message>
        <source>The class folder %1 holds no image; put its images there, or remove the folder.</source>
        <translation>クラスのフォルダー %1 に画像がありません。画像を入れるか、フォルダーを削除してください。</translation>
    </message>
    <message>
        <source>The training images have no class of the name of %1; rename or remove that folder, or add training images of the class.</source>
        <translation>訓練画像に %1 という名前のクラスはありません。フォルダー名を変えるか、削除するか、そのクラスの訓練画像を加えてください。</translation>
    </message>
    <message>
        <source>The study %1 is of other data (differing: %2); give the data it was made with, or another --out.</source>
        <translation>スタディ %1 は別のデータのものです (違い: %2)。作成時のデータか、別の --out を指定してください。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no variant; write a name of the list, or one of your own as name:key=value,key=value (letters, digits, + - _ . in its name, dashes in lists: hidden=64-64).</source>
        <translation>「%1」はバリアントではありません。一覧の名前か、自分のものを name:key=value,key=value の形で書いてください (名前は英数字と + - _ .、リストはハイフン区切り: hidden=64-64)。</translation>
    </message>
    <message>
        <source>Variant %1 cannot have its own %2: it is the same for all compared variants.</source>
        <translation>バリアント %1 に独自の %2 は指定できません。比較するすべてのバリアントに共通です。</translation>
    </message>
    <message>
        <source>Two variants are called %1; give one of them another name.</source>
        <translation>%1 という名前のバリアントが二つあります。一方に別の名前を付けてください。</translation>
    </message>
    <message>
        <source>Variants %1 and %2 are one and the same training; leave one out, or change a setting of it.</source>
        <translation>バリアント %1 と %2 は同じ学習です。一方を外すか、設定を変えてください。</translation>
    </message>
    <message>
        <source>Nothing is named that could be compared; give --variants, for example searched,fixed,ce.</source>
        <translation>比較するものが指定されていません。--variants に、たとえば searched,fixed,ce を指定してください。</translation>
    </message>
    <message>
        <source>%1 names no variant; give it a list &quot;variants&quot;, for example [&quot;searched&quot;, &quot;ce&quot;].</source>
        <translation>%1 にバリアントがありません。&quot;variants&quot; のリスト、たとえば [&quot;searched&quot;, &quot;ce&quot;] を書いてください。</translation>
    </message>
    <message>
        <source>&quot;%2&quot; is no value of %1. %3</source>
        <translation>「%2」は %1 の値ではありません。%3</translation>
    </message>
    <message>
        <source>The network of the run %1 cannot be exported: that of the weighting %2 has several outputs, and a file holds one; leave --torchscript out.</source>
        <translation>実行 %1 のネットワークは書き出せません。重み付け %2 のネットワークには出力が複数あり、ファイルに入るのは一つです。--torchscript を外してください。</translation>
    </message>
    <message>
        <source>The run %1 has no network to export, for its weights come from the weighting %2; leave --torchscript out.</source>
        <translation>実行 %1 には書き出すネットワークがありません。重みは重み付け %2 によるものです。--torchscript を外してください。</translation>
    </message>
    <message>
        <source>%1, line %2: %3.</source>
        <translation>%1、%2 行目: %3。</translation>
    </message>
    <message>
        <source>%1 has several columns that may be the labels; name one with --label-column: %3.</source>
        <translation>%1 にはラベルと考えられる列がいくつかあります。--label-column で 1 つ指定してください: %3。</translation>
    </message>
    <message>
        <source>%1 has no column %2; it has: %3.</source>
        <translation>%1 に列 %2 はありません。あるのは %3 です。</translation>
    </message>
    <message>
        <source>%1 has a row of an image that is no training image (%2; there are %3); check that the file is of this data set.</source>
        <translation>%1 に学習画像でない画像の行があります (%2、あるのは %3)。このデータセットのファイルか確かめてください。</translation>
    </message>
    <message>
        <source>%1 leaves %2 without a label; add their rows: every training image needs one.</source>
        <translation>%1 にはラベルのない画像があります (%2)。行を足してください。学習画像にはすべて 1 行が必要です。</translation>
    </message>
    <message>
        <source>%1 is of other images, or has them in another order (%2); take the file that was made for this data set.</source>
        <translation>%1 は別の画像のものか、画像の順序が違います (%2)。このデータセット用のファイルを使ってください。</translation>
    </message>
    <message>
        <source>No trial of the search %1 succeeded, so nothing can be made from it; reweigh report says why each one failed.</source>
        <translation>探索 %1 の試行は一つも成功しなかったため、そこから何も作れません。各試行が失敗した理由は reweigh report で確認できます。</translation>
    </message>
    <message>
        <source>The plan %1 cannot be carried out: %2; give %3.</source>
        <translation>計画 %1 は実行できません: %2。%3 を指定してください。</translation>
    </message>
    <message>
        <source>Interrupted; everything so far is in %1: run the same command again to continue.</source>
        <translation>中断しました。ここまでのものは %1 にあります。同じコマンドをもう一度実行すると続きます。</translation>
    </message>
    <message>
        <source>There is no setting &quot;%1&quot;; reweigh train --print-config lists them all.</source>
        <translation>設定「%1」はありません。reweigh train --print-config ですべて表示されます。</translation>
    </message>
    <message>
        <source>There is no room left to write %1 (%2); free some space and run the same command again, with --resume if it has that option.</source>
        <translation>%1 を書く空きがありません (%2)。空きを作り、同じコマンドをもう一度実行してください。--resume があるコマンドではそれを付けてください。</translation>
    </message>
    <message>
        <source>The study %1 searches another space (%2); take the settings of the search that it was made with, or another folder for a new study.</source>
        <translation>スタディ %1 は別の空間を探索しています (%2)。作ったときの探索の設定を使うか、新しいスタディ用に別のフォルダーを指定してください。</translation>
    </message>
    <message>
        <source>The plan %1 is not a JSON object (%2); %3.</source>
        <translation>計画 %1 は JSON オブジェクトではありません (%2)。%3。</translation>
    </message>
    <message>
        <source>Device %1 stopped working (%2); start the program again and continue, with --resume if the command has that option.</source>
        <translation>デバイス %1 が動作しなくなりました (%2)。プログラムを起動し直して続けてください。--resume があるコマンドではそれを付けてください。</translation>
    </message>
    <message>
        <source>%2 has no option %1; did you mean %3?</source>
        <translation>%2 にオプション %1 はありません。%3 のことですか。</translation>
    </message>
    <message>
        <source>%2 has no option %1; %2 --help lists those it has.</source>
        <translation>%2 にオプション %1 はありません。%2 --help で一覧を表示できます。</translation>
    </message>
    <message>
        <source>%1; see %2 --help.</source>
        <translation>%1。%2 --help を参照してください。</translation>
    </message>
    <message>
        <source>%1 learns from images whose labels are right, and nobody has checked this folder&apos;s: name checked images with --clean (all: every label is right), or give --meta pseudo, which chooses images by their loss.</source>
        <translation>%1 はラベルの正しい画像から学びますが、このフォルダーのラベルは誰も確認していません。確認済みの画像を --clean で示す (all: すべてのラベルが正しい) か、損失で画像を選ぶ --meta pseudo を指定してください。</translation>
    </message>
    <message>
        <source>%1 holds one folder only (%2), and the class folders seem to be in that one; name %3 instead.</source>
        <translation>%1 にはフォルダーが 1 つ (%2) しかなく、クラスのフォルダーはその中にあるようです。代わりに %3 を指定してください。</translation>
    </message>
    <message>
        <source>The class folder %1 holds no image to read (%2); put PNG or JPEG images there, or remove the folder.</source>
        <translation>クラスのフォルダー %1 に読み込める画像がありません (%2)。PNG か JPEG の画像を入れるか、フォルダーを削除してください。</translation>
    </message>
    <message>
        <source>%1 has image files that cannot be read, %2; repair or remove them, or leave them out with --skip-broken.</source>
        <translation>%1 に読み込めない画像ファイルがあります: %2。修復または削除するか、--skip-broken で除外してください。</translation>
    </message>
    <message>
        <source>What was printed to %1 is not complete (%2); make room there or send it elsewhere, and run the command again.</source>
        <translation>%1 への出力は不完全です (%2)。空きを作るか別の出力先を指定して、もう一度コマンドを実行してください。</translation>
    </message>
    <message>
        <source>%1 holds no study named %2; it holds: %3.</source>
        <translation>%1 に %2 という名前のスタディはありません。あるのは: %3。</translation>
    </message>
    <message>
        <source>%1 is a database, but not one of studies (%2); give the study.db of a study&apos;s folder.</source>
        <translation>%1 はデータベースですが、スタディのものではありません (%2)。スタディのフォルダーにある study.db を指定してください。</translation>
    </message>
    <message>
        <source>%1 is a journal of Optuna&apos;s: it is read here, but not written; copy its study into a database, in Python with %3.</source>
        <translation>%1 は Optuna のジャーナルです。ここでは読むだけで書き込みません。Python で %3 を使い、スタディをデータベースに複製してください。</translation>
    </message>
    <message>
        <source>%1 is the lock of %2, and this file system cannot tell whether that process still runs; remove the file if it does not.</source>
        <translation>%1 は %2 のロックですが、このファイルシステムではそのプロセスがまだ動いているか分かりません。動いていなければファイルを削除してください。</translation>
    </message>
    <message>
        <source>%1 lies on a file system without file locks (%2), which keep two writers apart; copy the study to a local disk and work there.</source>
        <translation>%1 は、同時書き込みを防ぐファイルロックのないファイルシステムにあります (%2)。スタディをローカルディスクに複製して、そこで作業してください。</translation>
    </message>
    <message>
        <source>%1 holds several studies; name one with --study-name: %2.</source>
        <translation>%1 には複数のスタディがあります。--study-name で一つ指定してください: %2。</translation>
    </message>
    <message>
        <source>The study %1 has %2 objectives; reweigh report and the window show them, but what is searched or compared here has one.</source>
        <translation>スタディ %1 の目的関数は %2 個です。reweigh report とウィンドウで表示できますが、ここで探索・比較できるのは一つの場合だけです。</translation>
    </message>
    <message>
        <source>The study %1 was made by another program and has no settings of trainings, which this needs; reweigh report and the window show what it holds.</source>
        <translation>スタディ %1 は別のプログラムが作成したもので、ここで必要な学習の設定がありません。内容は reweigh report とウィンドウで表示できます。</translation>
    </message>
    <message>
        <source>The study %1 has the tables of an earlier Optuna (%2); upgrade them, after a copy, with: %3</source>
        <translation>スタディ %1 の表は古い Optuna のものです (%2)。複製してから、次のコマンドで更新してください: %3</translation>
    </message>
    <message>
        <source>The study %1 has the tables of a later Optuna (%2) than this program knows; use a newer reweigh.</source>
        <translation>スタディ %1 の表は、このプログラムが知らない新しい Optuna のものです (%2)。新しい reweigh を使ってください。</translation>
    </message>
    <message>
        <source>The training engine %1 could not be loaded (%2); install the package again, or run packaging/setup and build again.</source>
        <translation>学習エンジン %1 を読み込めません (%2)。パッケージをインストールし直すか、packaging/setup を実行してビルドし直してください。</translation>
    </message>
    <message>
        <source>Trainings need LibTorch %3, which is not in %1; reweigh setup downloads it.</source>
        <translation>学習には LibTorch %3 が必要ですが、%1 にありません。reweigh setup でダウンロードできます。</translation>
    </message>
    <message>
        <source>LibTorch %3 could not be loaded (%2); run reweigh setup --remove, then reweigh setup, which downloads it to %1.</source>
        <translation>LibTorch %3 を読み込めません (%2)。reweigh setup --remove を実行してから reweigh setup を実行してください。%1 にダウンロードされます。</translation>
    </message>
    <message>
        <source>The configuration %1 is not a JSON object (%2); %3.</source>
        <translation>設定 %1 は JSON オブジェクトではありません (%2)。%3。</translation>
    </message>
    <message>
        <source>The name of a file is empty; give one.</source>
        <translation>ファイル名が空です。名前を指定してください。</translation>
    </message>
    <message>
        <source>The name of a study&apos;s file is empty; give one.</source>
        <translation>スタディのファイル名が空です。名前を指定してください。</translation>
    </message>
    <message>
        <source>%1 cannot be read as %3 (%2); check that it is the right file, or restore a copy of it.</source>
        <translation>%1 は %3 として読めません (%2)。正しいファイルか確認するか、コピーから復元してください。</translation>
    </message>
    <message>
        <source>%1 is damaged (%2); restore a copy of it, or download it again.</source>
        <translation>%1 は壊れています (%2)。コピーから復元するか、再度ダウンロードしてください。</translation>
    </message>
    <message>
        <source>Interrupted before anything was written: run the same command again.</source>
        <translation>何も書き込まれる前に中断しました。同じコマンドをもう一度実行してください。</translation>
    </message>
    <message>
        <source>There is no folder %1; check the path.</source>
        <translation>フォルダー %1 がありません。パスを確かめてください。</translation>
    </message>
    <message>
        <source>%1 is a file; name the folder that holds the folders of the classes.</source>
        <translation>%1 はファイルです。クラスのフォルダーを含むフォルダーを指定してください。</translation>
    </message>
    <message>
        <source>The comparison stored in the study %1 cannot be read (%2), but its trials can; restore a copy of the study to have the comparison again.</source>
        <translation>スタディ %1 に保存された比較を読み込めません (%2)。試行は読み込めます。比較を取り戻すには、スタディのコピーを復元してください。</translation>
    </message>
    <message>
        <source>%1 is missing: the folder of class-named folders of images.</source>
        <translation>%1 がありません: クラス名のフォルダーに画像を入れた、その親フォルダーです。</translation>
    </message>
    <message>
        <source>%1 is missing: the CSV file of labels, which noise-type file takes them from.</source>
        <translation>%1 がありません: ノイズの種類 file がラベルを読む CSV ファイルです。</translation>
    </message>
    <message>
        <source>%1 is missing: a plan out of a pipe has no folder beside it for its studies.</source>
        <translation>%1 がありません: パイプから読んだ計画には、スタディを置くフォルダーがありません。</translation>
    </message>
    <message>
        <source>Class %1 has too few images (%3) to hold %2 out and train on one; lower meta-per-class or val-per-class.</source>
        <translation>クラス %1 の画像 (%3 枚) は、%2 枚を取り分けて 1 枚で学習するには足りません。meta-per-class か val-per-class を減らしてください。</translation>
    </message>
    <message>
        <source>Class %1 has too few checked images (%3) to hold %2 out; check more of them, or lower meta-per-class or val-per-class.</source>
        <translation>クラス %1 の確認済み画像 (%3 枚) は、%2 枚を取り分けるには足りません。さらに確認するか、meta-per-class か val-per-class を減らしてください。</translation>
    </message>
</context>
<context>
    <name>reweigh::AccuracyPanel</name>
    <message>
        <source>Accuracy</source>
        <translation>精度</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>表示</translation>
    </message>
    <message>
        <source>Balanced accuracy</source>
        <translation>均衡精度</translation>
    </message>
    <message>
        <source>Accuracy of the classes with few images</source>
        <translation>画像の少ないクラスの精度</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>Over</source>
        <translation>横軸</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>エポック</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>Wall time</source>
        <translation>経過時間</translation>
    </message>
    <message>
        <source>Other trials in the background</source>
        <translation>ほかの試行を背後に表示</translation>
    </message>
    <message>
        <source>Logarithmic horizontal axis</source>
        <translation>横軸を対数にする</translation>
    </message>
    <message>
        <source>Logarithmic vertical axis</source>
        <translation>縦軸を対数にする</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>平滑化</translation>
    </message>
    <message>
        <source>Loss and accuracy of the trial that runs, or of those chosen in a list, will be drawn here.</source>
        <translation>実行中の試行、または一覧で選んだ試行の損失と精度がここに描かれます。</translation>
    </message>
    <message>
        <source>trial %1</source>
        <translation>試行 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n trial(s)</source>
        <translation>
            <numerusform>試行 %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · smoothing %2 · x: %3</source>
        <translation>%1 · 平滑化 %2 · x: %3</translation>
    </message>
    <message>
        <source>%1: %2 ± %3 over %4 runs</source>
        <translation>%1: %2 ± %3 (実行 %4 件)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Variants of the comparison instead of chosen trials</source>
        <translation>選んだ試行の代わりに比較のバリアントを表示</translation>
    </message>
    <message>
        <source>log x</source>
        <translation>対数 x</translation>
    </message>
    <message>
        <source>log y</source>
        <translation>対数 y</translation>
    </message>
    <message numerus="yes">
        <source>%n variant(s)</source>
        <translation>
            <numerusform>変種 %n 個</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, until %2 has its first epoch</source>
        <comment>what is seen, what will be seen</comment>
        <translation>%1 (%2 の最初のエポックまで)</translation>
    </message>
    <message>
        <source>%1 · thick: %2</source>
        <comment>how many things, a split</comment>
        <translation>%1 · 太線: %2</translation>
    </message>
    <message>
        <source>Loss and accuracy of the variants that a comparison trains will be drawn here.</source>
        <translation>比較で学習する変種の損失と精度がここに描かれます。</translation>
    </message>
    <message>
        <source>No epoch of %1 has ended yet. The curves begin with the first one.</source>
        <translation>%1 はまだ 1 エポックも終わっていません。曲線は最初のエポックから始まります。</translation>
    </message>
    <message>
        <source>values as measured, lines smoothed</source>
        <translation>値は測定値、線は平滑化</translation>
    </message>
    <message>
        <source>Smoothing of the curves: the share that the average of before keeps at each point. Values beside the plot and at the pointer are as measured, and so are the thin lines behind a thick one.</source>
        <translation>曲線の平滑化: 各点でそれまでの平均が占める割合。グラフの横とポインターの位置の値は測定値で、太い線の後ろの細い線も同じです。</translation>
    </message>
</context>
<context>
    <name>reweigh::AccuracyPlot</name>
    <message>
        <source>validation</source>
        <translation>検証</translation>
    </message>
    <message>
        <source>test</source>
        <translation>テスト</translation>
    </message>
    <message>
        <source>meta</source>
        <translation>メタ</translation>
    </message>
    <message>
        <source>train, observed labels</source>
        <translation>学習 (観測ラベル)</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>エポック</translation>
    </message>
    <message>
        <source>step</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>seconds of training</source>
        <translation>学習時間 (秒)</translation>
    </message>
    <message>
        <source>%1 ± %2  n %3</source>
        <translation>%1 ± %2  n %3</translation>
    </message>
    <message>
        <source>%1 %2
%3</source>
        <translation>%1 %2
%3</translation>
    </message>
    <message>
        <source>cross entropy</source>
        <translation>交差エントロピー</translation>
    </message>
    <message>
        <source>accuracy</source>
        <translation>精度</translation>
    </message>
</context>
<context>
    <name>reweigh::ArchitecturesDialog</name>
    <message>
        <source>Export best architectures</source>
        <translation>最良の構造を書き出す</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>参照…</translation>
    </message>
    <message>
        <source>&amp;How many</source>
        <translation>個数(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>Networks, training settings and recipe, as reweigh export writes them. Only complete trials count.</source>
        <translation>ネットワーク、学習設定、レシピを reweigh export と同じ形で書き出します。完了した試行だけが対象です。</translation>
    </message>
    <message>
        <source>Architectures (*.json)</source>
        <translation>構造 (*.json)</translation>
    </message>
</context>
<context>
    <name>reweigh::BrokenImages</name>
    <message>
        <source>Image</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Images that cannot be read</source>
        <translation>読み込めない画像</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>コピー</translation>
    </message>
    <message>
        <source>Copies the chosen lines, or all if none is chosen</source>
        <translation>選択した行をコピーします。選択がなければすべてコピーします</translation>
    </message>
    <message>
        <source>Images of %1 that cannot be read and are left out: %2.</source>
        <translation>%1 の読み込めない画像 (除外): %2。</translation>
    </message>
    <message>
        <source>Leave these images out</source>
        <translation>これらの画像を除外</translation>
    </message>
    <message>
        <source>As --skip-broken does; the setting Broken images takes it back</source>
        <translation>--skip-broken と同じです。設定「壊れた画像」で元に戻せます</translation>
    </message>
    <message>
        <source>Images of %1 that cannot be read: %2. Repair or remove them, or leave them out.</source>
        <translation>%1 の読み込めない画像: %2。修復または削除するか、除外してください。</translation>
    </message>
</context>
<context>
    <name>reweigh::CellTableModel</name>
    <message>
        <source>%1 of %2</source>
        <comment>done, in all</comment>
        <translation>%2 中 %1</translation>
    </message>
    <message>
        <source>Trial %1, by the search&apos;s own metric</source>
        <translation>試行 %1 (探索の指標)</translation>
    </message>
    <message>
        <source>Cell</source>
        <translation>セル</translation>
    </message>
    <message>
        <source>Seeds</source>
        <translation>シード</translation>
    </message>
    <message>
        <source>Trials</source>
        <translation>試行</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>最良</translation>
    </message>
    <message>
        <source>Trainings</source>
        <translation>学習</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失敗</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状態</translation>
    </message>
    <message>
        <source>The settings that tell the cells of the plan apart</source>
        <translation>計画のセルを区別する設定</translation>
    </message>
    <message>
        <source>Fresh seeds every variant is trained with</source>
        <translation>各バリアントを学習する新しいシード</translation>
    </message>
    <message>
        <source>Trials of the cell&apos;s searches that have ended</source>
        <translation>このセルの探索で終わった試行</translation>
    </message>
    <message>
        <source>Value of the best trial of the search</source>
        <translation>探索の最良の試行の値</translation>
    </message>
    <message>
        <source>Trainings of variants that have ended, failed ones too</source>
        <translation>終わったバリアントの学習 (失敗も含む)</translation>
    </message>
    <message>
        <source>Trainings of variants that failed or diverged</source>
        <translation>失敗または発散したバリアントの学習</translation>
    </message>
</context>
<context>
    <name>reweigh::CellsPanel</name>
    <message>
        <source>Cells</source>
        <translation>セル</translation>
    </message>
    <message>
        <source>Cells of the plan</source>
        <translation>計画のセル</translation>
    </message>
    <message>
        <source>The cells of a plan will be here, with what is done of each.</source>
        <translation>計画のセルと、それぞれの進み具合がここに表示されます。</translation>
    </message>
    <message>
        <source>Enter or a double click opens a cell&apos;s study in Compare.</source>
        <translation>Enter かダブルクリックで、セルのスタディを「比較」で開きます。</translation>
    </message>
    <message numerus="yes">
        <source>%n cell(s) of an earlier version of this plan are left alone.</source>
        <translation>
            <numerusform>この計画の以前の版のセル %n 個はそのままにします。</numerusform>
        </translation>
    </message>
    <message>
        <source>No plan is open.</source>
        <translation>開いている計画はありません。</translation>
    </message>
    <message numerus="yes">
        <source>Cannot be used: %n cell(s); the tool tip says why and what helps.</source>
        <translation>
            <numerusform>使えないセル %n 個。理由と対処はツールチップにあります。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %n of them cannot be used</source>
        <comment>cells of a plan</comment>
        <translation>
            <numerusform>%1、うち使えないもの %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln cell(s): %1 done, %2 running, %3 waiting</source>
        <translation>
            <numerusform>セル %Ln 個: 完了 %1、実行中 %2、待機中 %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::ChoiceListEditor</name>
    <message>
        <source>any of %1</source>
        <translation>%1 個のいずれか</translation>
    </message>
    <message>
        <source>none</source>
        <translation>なし</translation>
    </message>
</context>
<context>
    <name>reweigh::ClaimRowsView</name>
    <message>
        <source>Hypotheses and what the runs say of them</source>
        <translation>仮説と、実行が示すこと</translation>
    </message>
</context>
<context>
    <name>reweigh::ClassBars</name>
    <message numerus="yes">
        <source>%1: %Ln true member(s); of the images with this label %2 are right and %3 wrong</source>
        <comment>name of a class</comment>
        <translation>
            <numerusform>%1: 真の所属 %Ln 枚。このラベルの画像のうち正しいもの %2 枚、誤り %3 枚</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %Ln image(s) trained on came with this label; of those that have it now %2 kept it and %3 were changed to it</source>
        <comment>name of a class</comment>
        <translation>
            <numerusform>%1: 学習画像のうち元は %Ln 枚。今このラベルの画像のうち元のまま %2 枚、変更によるもの %3 枚</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::ClassesPanel</name>
    <message>
        <source>What the classifier will see</source>
        <translation>分類器が見るもの</translation>
    </message>
    <message>
        <source>True class sizes and observed labels, class by class</source>
        <translation>クラスごとの真の大きさと観測ラベル</translation>
    </message>
    <message>
        <source>true class size, and images with its label</source>
        <translation>真のクラスの大きさと、そのラベルの画像</translation>
    </message>
    <message>
        <source>images trained on, by the label they came with and by that of now</source>
        <translation>学習する画像、元のラベル別と現在のラベル別</translation>
    </message>
</context>
<context>
    <name>reweigh::CloseGuard</name>
    <message>
        <source>Reweigh</source>
        <translation>Reweigh</translation>
    </message>
    <message>
        <source>A study is running.</source>
        <translation>スタディが実行中です。</translation>
    </message>
    <message>
        <source>Pausing finishes the step and writes a checkpoint; the next start offers to continue.</source>
        <translation>一時停止するとステップを終えてチェックポイントを書き、次に起動したときに続けられます。</translation>
    </message>
    <message>
        <source>Pause and quit</source>
        <translation>一時停止して終了</translation>
    </message>
    <message>
        <source>Keep running</source>
        <translation>実行を続ける</translation>
    </message>
    <message>
        <source>A plan is running.</source>
        <translation>計画を実行中です。</translation>
    </message>
</context>
<context>
    <name>reweigh::ColumnMemory</name>
    <message>
        <source>Sort by %1, smallest first</source>
        <translation>%1 で並べ替え (小さい順)</translation>
    </message>
    <message>
        <source>Sort by %1, largest first</source>
        <translation>%1 で並べ替え (大きい順)</translation>
    </message>
    <message>
        <source>Move %1 left</source>
        <translation>%1 を左へ移す</translation>
    </message>
    <message>
        <source>Move %1 right</source>
        <translation>%1 を右へ移す</translation>
    </message>
</context>
<context>
    <name>reweigh::CompareDialog</name>
    <message>
        <source>Compare</source>
        <translation>比較する</translation>
    </message>
    <message>
        <source>Variants of your own, as on the command line: name:key=value,key=value sets what differs from the study, name:searched,key=value starts from a named one; lists with dashes, hidden=64-64.</source>
        <translation>自分のバリアント。コマンドラインと同じ書き方です。name:key=value,key=value はスタディと異なる設定、name:searched,key=value は名前のあるものから始めます。リストはハイフン区切り、hidden=64-64。</translation>
    </message>
    <message>
        <source>Your &amp;own</source>
        <translation>自分のもの(&amp;O)</translation>
    </message>
    <message>
        <source>&amp;Fresh seeds per variant</source>
        <translation>バリアントごとの新しいシード(&amp;F)</translation>
    </message>
    <message numerus="yes">
        <source>%n training(s); every variant gets the same seeds. Those that are finished already are kept.</source>
        <translation>
            <numerusform>学習 %n 回。どのバリアントも同じシードです。終わっているものはそのまま使います。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 A random search of as many trials comes first.</source>
        <translation>%1 先に同じ試行数のランダム探索を行います。</translation>
    </message>
    <message>
        <source>Seeds per variant</source>
        <translation>バリアントごとのシード</translation>
    </message>
    <message>
        <source>Already finished: %1.</source>
        <translation>完了済み: %1。</translation>
    </message>
    <message>
        <source>What is left takes %1, %2 at once, if each takes as long as this study&apos;s trainings took.</source>
        <translation>各学習がこのスタディと同じ時間なら、残りは同時 %2 件で%1かかります。</translation>
    </message>
    <message>
        <source>%1 is trained anew: another version of the program made its runs.</source>
        <translation>%1 は学習し直します。以前の結果は別の版のプログラムによるものです。</translation>
    </message>
    <message>
        <source>To be trained: %1.</source>
        <translation>これから学習: %1。</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>書き込みました: %1</translation>
    </message>
    <message>
        <source>%1 One seed decides nothing: no difference has an interval.</source>
        <translation>%1 シード一つでは何も決まりません。どの差にも区間がありません。</translation>
    </message>
    <message>
        <source>%1 is trained anew. What differs: %2.</source>
        <translation>%1 は学習し直します。異なるもの: %2。</translation>
    </message>
</context>
<context>
    <name>reweigh::CostPanel</name>
    <message>
        <source>Before you start</source>
        <translation>始める前に</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>測定</translation>
    </message>
    <message>
        <source>One step</source>
        <translation>1 ステップ</translation>
    </message>
    <message>
        <source>One epoch</source>
        <translation>1 エポック</translation>
    </message>
    <message>
        <source>One trial</source>
        <translation>1 試行</translation>
    </message>
    <message>
        <source>The study</source>
        <translation>スタディ</translation>
    </message>
    <message>
        <source>Memory</source>
        <translation>メモリー</translation>
    </message>
    <message>
        <source>On disk</source>
        <translation>ディスク</translation>
    </message>
    <message>
        <source>Measure what the study will cost</source>
        <translation>スタディの費用を測る</translation>
    </message>
    <message>
        <source>Trains some steps with these settings and evaluates once, in the background. Nothing is written.</source>
        <translation>この設定で数ステップ学習し、一度評価します。バックグラウンドで行い、何も書き込みません。</translation>
    </message>
    <message>
        <source>measuring…</source>
        <translation>測定中…</translation>
    </message>
    <message>
        <source>not measured yet</source>
        <translation>未測定</translation>
    </message>
    <message>
        <source>%1 · median of %2, measured</source>
        <translation>%1 · %2 回の中央値、実測</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 中 %1</translation>
    </message>
    <message>
        <source>about %1</source>
        <translation>約 %1</translation>
    </message>
    <message>
        <source>The settings changed since the measurement.</source>
        <translation>測定の後で設定が変わりました。</translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>準備中…</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>実行中</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>一時停止中…</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>停止中…</translation>
    </message>
    <message>
        <source>F5 · everything above can be undone</source>
        <translation>F5 · 上の設定はすべて元に戻せます</translation>
    </message>
    <message>
        <source>One step: %1. The study: %2. On disk: %3.</source>
        <translation>1 ステップ: %1。スタディ: %2。ディスク: %3。</translation>
    </message>
    <message>
        <source>Progress of the measurement</source>
        <translation>測定の進み具合</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Cancel the measurement</source>
        <translation>測定を中止</translation>
    </message>
    <message>
        <source>evaluating once</source>
        <translation>評価を 1 回実行中</translation>
    </message>
    <message>
        <source>step %1 of at most %2</source>
        <translation>ステップ %1 / 最大 %2</translation>
    </message>
    <message>
        <source>F5 · %1 stays as it is</source>
        <translation>F5 · %1 はそのまま残ります</translation>
    </message>
    <message>
        <source>%1, about %2</source>
        <translation>%1、約 %2</translation>
    </message>
    <message>
        <source>Check labels in Verify</source>
        <translation>「確認」でラベルを確認</translation>
    </message>
    <message>
        <source>opening the engine</source>
        <translation>エンジンを開いています</translation>
    </message>
    <message>
        <source>reading the data</source>
        <translation>データを読み込んでいます</translation>
    </message>
    <message>
        <source>Show why</source>
        <translation>理由を表示</translation>
    </message>
    <message>
        <source>Goes to the setting in Recipe that mends it</source>
        <translation>それを直すレシピの設定へ移動します</translation>
    </message>
    <message numerus="yes">
        <source>%Ln trial(s), %1</source>
        <translation>
            <numerusform>%Ln 試行、%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln trial(s), %1 without pruning</source>
        <translation>
            <numerusform>%Ln 試行、枝刈りなしで %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln step(s), %1</source>
        <translation>
            <numerusform>%Ln ステップ、%1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln epoch(s), %1</source>
        <translation>
            <numerusform>%Ln エポック、%1</numerusform>
        </translation>
    </message>
    <message>
        <source>Raise the number of trials to continue.</source>
        <translation>続けるには試行数を増やしてください。</translation>
    </message>
    <message>
        <source>in the first step</source>
        <translation>最初のステップを実行中</translation>
    </message>
</context>
<context>
    <name>reweigh::CursorPanel</name>
    <message>
        <source>Trial #%1 is in its first epoch. Its weights show when that ends.</source>
        <translation>試行 #%1 は最初のエポックです。終わると重みが表示されます。</translation>
    </message>
    <message>
        <source>The study has no stored epoch of trial #%1. Choose another trial.</source>
        <translation>スタディには試行 #%1 の保存されたエポックがありません。ほかの試行を選んでください。</translation>
    </message>
    <message>
        <source>Trial #%1 trains without weights: all samples count equally. Choose a trial that weighs its samples.</source>
        <translation>試行 #%1 は重みなしで学習します。どのサンプルも同じ重さです。サンプルに重みを付ける試行を選んでください。</translation>
    </message>
    <message>
        <source>trial #%1, until #%2 ends its first epoch</source>
        <translation>試行 #%1 (#%2 の最初のエポックが終わるまで)</translation>
    </message>
    <message>
        <source>This is drawn from the folder of trial #%1&apos;s training, which is not beside this study.</source>
        <translation>これは試行 #%1 の学習のフォルダーから描かれますが、それがこのスタディの隣にありません。</translation>
    </message>
    <message>
        <source>Trial #%1 was interrupted in its first epoch. Its weights show when that ends.</source>
        <translation>試行 #%1 は最初のエポックで中断されました。そのエポックが終わると重みが表示されます。</translation>
    </message>
</context>
<context>
    <name>reweigh::DataGetter</name>
    <message>
        <source>Choose its folder…</source>
        <translation>フォルダーを選ぶ…</translation>
    </message>
    <message>
        <source>%1 is not at %2 (%3).</source>
        <translation>%1 は %2 にありません (%3)。</translation>
    </message>
    <message>
        <source>%1 is not at %2.</source>
        <translation>%1 は %2 にありません。</translation>
    </message>
    <message>
        <source>The folder of the data set</source>
        <translation>データセットのフォルダー</translation>
    </message>
</context>
<context>
    <name>reweigh::DensityPanel</name>
    <message>
        <source>Why the next trial</source>
        <translation>次の試行の理由</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>パラメーター</translation>
    </message>
    <message>
        <source>Where TPE looks next: the densities of good and of other trials over a parameter.</source>
        <translation>TPE が次に探す場所: パラメーター上での良い試行とほかの試行の密度。</translation>
    </message>
    <message>
        <source>No trial has drawn a parameter yet.</source>
        <translation>パラメーターを抽選した試行はまだありません。</translation>
    </message>
    <message>
        <source>TPE · good l(x), rest g(x), their ratio decides</source>
        <translation>TPE · 良い l(x)、残り g(x)、その比で決まる</translation>
    </message>
    <message>
        <source>l / g</source>
        <translation>l / g</translation>
    </message>
    <message>
        <source>density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>TPE has not begun.</source>
        <translation>TPE はまだ始まっていません。</translation>
    </message>
    <message numerus="yes">
        <source>%n other trial(s)</source>
        <translation>
            <numerusform>ほかの試行 %n 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n good trial(s) against %1: for %2 TPE likes %3 best.</source>
        <translation>
            <numerusform>良い試行 %n 件に対して%1: %2 では TPE は %3 を最も好みます。</numerusform>
        </translation>
    </message>
    <message>
        <source>what TPE would draw · this study draws at random</source>
        <translation>TPE なら引くもの · このスタディはランダムに引きます</translation>
    </message>
    <message>
        <source>good l(x), %1</source>
        <comment>number of trials</comment>
        <translation>良い l(x)、%1</translation>
    </message>
    <message>
        <source>rest g(x), %1</source>
        <comment>number of trials</comment>
        <translation>残り g(x)、%1</translation>
    </message>
    <message numerus="yes">
        <source>TPE has not begun: it draws at random until it knows %n finished trial(s).</source>
        <translation>
            <numerusform>TPE はまだ始まっていません。終わった試行を %n 件知るまで、ランダムに引きます。</numerusform>
        </translation>
    </message>
    <message>
        <source>unfiltered, as TPE sees the trials · %1</source>
        <comment>%1: what the view shows</comment>
        <translation>フィルターなし、TPE から見た試行 · %1</translation>
    </message>
    <message>
        <source>No densities over %1: its range has no end or is one value, or earlier values lie too far outside it.</source>
        <translation>%1 の密度はありません。範囲に端がないか、値が一つだけか、以前の値が範囲から離れすぎています。</translation>
    </message>
    <message>
        <source>of %1 of %2 finished trials, for with a search lag of %3 the next one knows no later ones · %4</source>
        <translation>終わった %2 件中 %1 件による（探索の遅れ %3 のため、次の試行はそれ以降を知りません）· %4</translation>
    </message>
    <message numerus="yes">
        <source>TPE has not begun: it draws at random until it knows %n finished trial(s), and with a search lag of %1 the next trial knows only those at least %1 before it: %2 of %3.</source>
        <translation>
            <numerusform>TPE はまだ始まっていません。終わった試行を %n 件知るまで、ランダムに引きます。探索の遅れが %1 のとき、次の試行は %1 以上前の試行しか知りません: %3 件中 %2 件。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::DockStrip</name>
    <message>
        <source>Drag to move this view, double-click to let it float</source>
        <translation>ドラッグでこの表示を移動、ダブルクリックで切り離し</translation>
    </message>
</context>
<context>
    <name>reweigh::EditActions</name>
    <message>
        <source>Undo</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>やり直す</translation>
    </message>
    <message>
        <source>Copy recipe fingerprint</source>
        <translation>レシピのフィンガープリントをコピー</translation>
    </message>
    <message>
        <source>Find a trial</source>
        <translation>試行を探す</translation>
    </message>
    <message>
        <source>Preferences…</source>
        <translation>設定…</translation>
    </message>
    <message>
        <source>Undo the entry that was not taken</source>
        <translation>反映されなかった入力を取り消す</translation>
    </message>
</context>
<context>
    <name>reweigh::EndNotice</name>
    <message>
        <source>%1: the comparison is done.</source>
        <translation>%1: 比較が終わりました。</translation>
    </message>
    <message>
        <source>%1: the search is done. Each of its trials has one seed; a comparison with fresh seeds tells whether searching helped.</source>
        <translation>%1: 探索が終わりました。各試行のシードは一つだけです。探索に効果があったかどうかは、新しいシードでの比較で分かります。</translation>
    </message>
    <message>
        <source>Show it</source>
        <translation>表示</translation>
    </message>
</context>
<context>
    <name>reweigh::EnlargedPanel</name>
    <message>
        <source>Back to the window (Esc)</source>
        <translation>ウィンドウに戻す (Esc)</translation>
    </message>
</context>
<context>
    <name>reweigh::EpochBar</name>
    <message>
        <source>Epoch</source>
        <translation>エポック</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>エポック %1</translation>
    </message>
    <message>
        <source>Stop the replay</source>
        <translation>再生を止める</translation>
    </message>
    <message>
        <source>Replay the epochs</source>
        <translation>エポックを再生</translation>
    </message>
</context>
<context>
    <name>reweigh::ExportActions</name>
    <message>
        <source>Export best architectures…</source>
        <translation>最良の構造を書き出す…</translation>
    </message>
    <message>
        <source>Export all figures…</source>
        <translation>すべての図を書き出す…</translation>
    </message>
    <message>
        <source>Write the best architectures as JSON, to train them again elsewhere</source>
        <translation>ほかで学習し直せるよう、最良の構造を JSON で書き出します</translation>
    </message>
    <message>
        <source>Needs a complete trial of a study of Reweigh</source>
        <translation>Reweigh のスタディの完了した試行が必要です</translation>
    </message>
    <message>
        <source>Export %1</source>
        <translation>%1 を書き出す</translation>
    </message>
    <message>
        <source>Export all figures into a folder</source>
        <translation>すべての図をフォルダーに書き出す</translation>
    </message>
    <message>
        <source>Written: %1</source>
        <translation>書き出しました: %1</translation>
    </message>
    <message>
        <source>%1 was closed before its figures were written.</source>
        <translation>%1 は図を書き出す前に閉じられました。</translation>
    </message>
    <message>
        <source>%1 was not written: the view shows what was before until its trial has an epoch.</source>
        <translation>%1 は書き出していません。このビューは、トライアルの最初のエポックが終わるまで前の内容を表示しています。</translation>
    </message>
    <message>
        <source>%1 was not written: the view has nothing to show yet.</source>
        <translation>%1 は書き出していません。このビューにはまだ表示するものがありません。</translation>
    </message>
    <message>
        <source>%1 does not come to rest; its figure is as it was just now.</source>
        <translation>%1 の更新が続いているため、図は直前の状態です。</translation>
    </message>
    <message>
        <source>Some views are still computed; their figures are as they were just now.</source>
        <translation>計算中の表示があるため、それらの図は直前の状態です。</translation>
    </message>
</context>
<context>
    <name>reweigh::FeaturePlot</name>
    <message>
        <source>weight</source>
        <translation>重み</translation>
    </message>
    <message>
        <source>● label right   ✕ label wrong</source>
        <translation>● ラベルが正しい   ✕ ラベルが誤り</translation>
    </message>
    <message>
        <source>first component, %1 % of the variance</source>
        <translation>第一成分、分散の %1 %</translation>
    </message>
    <message>
        <source>second, %1 %</source>
        <translation>第二、%1 %</translation>
    </message>
    <message>
        <source>● label as it came   ✕ label changed</source>
        <translation>● 元のままのラベル   ✕ 変更したラベル</translation>
    </message>
</context>
<context>
    <name>reweigh::FetchRow</name>
    <message>
        <source>Progress of the download</source>
        <translation>ダウンロードの進み具合</translation>
    </message>
    <message>
        <source>%1: %2 of %3</source>
        <translation>%1: %2 / %3</translation>
    </message>
    <message>
        <source>checking and unpacking %1</source>
        <translation>%1 を検査・展開中</translation>
    </message>
    <message>
        <source>Stopped. What came so far is kept.</source>
        <translation>停止しました。受信済みの分は残っています。</translation>
    </message>
    <message>
        <source>connecting</source>
        <translation>接続中</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>停止中…</translation>
    </message>
    <message>
        <source>Stop the download</source>
        <translation>ダウンロードを停止</translation>
    </message>
    <message>
        <source>Download %1</source>
        <translation>%1 をダウンロード</translation>
    </message>
    <message>
        <source>Continue the download</source>
        <translation>ダウンロードを続ける</translation>
    </message>
</context>
<context>
    <name>reweigh::FieldForm</name>
    <message>
        <source>Change %1</source>
        <translation>%1 を変更</translation>
    </message>
</context>
<context>
    <name>reweigh::FigureDialog</name>
    <message>
        <source> in</source>
        <translation> in</translation>
    </message>
    <message>
        <source> pt</source>
        <translation> pt</translation>
    </message>
    <message>
        <source>&amp;Title</source>
        <translation>タイトル(&amp;T)</translation>
    </message>
    <message>
        <source>Study and &amp;recipe below</source>
        <translation>下にスタディとレシピ(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Legend</source>
        <translation>凡例(&amp;L)</translation>
    </message>
    <message>
        <source>The preview is drawn…</source>
        <translation>プレビューを描いています…</translation>
    </message>
    <message>
        <source>Write</source>
        <translation>書き出す</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>プレビュー</translation>
    </message>
    <message>
        <source>a column, 3.3 in</source>
        <translation>段の幅、3.3 in</translation>
    </message>
    <message>
        <source>the text, 6.9 in</source>
        <translation>本文の幅、6.9 in</translation>
    </message>
    <message>
        <source>of your own</source>
        <translation>任意</translation>
    </message>
    <message>
        <source>as it needs</source>
        <translation>必要なだけ</translation>
    </message>
    <message>
        <source>SVG, vector graphics</source>
        <translation>SVG、ベクター画像</translation>
    </message>
    <message>
        <source>PDF, a page</source>
        <translation>PDF、1 ページ</translation>
    </message>
    <message>
        <source>PNG, a picture</source>
        <translation>PNG、画像</translation>
    </message>
    <message>
        <source>CSV, its numbers</source>
        <translation>CSV、数値</translation>
    </message>
    <message>
        <source> dpi</source>
        <translation> dpi</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>参照…</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>幅(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Height</source>
        <translation>高さ(&amp;H)</translation>
    </message>
    <message>
        <source>T&amp;ype</source>
        <translation>文字(&amp;Y)</translation>
    </message>
    <message>
        <source>With</source>
        <translation>含める</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>形式(&amp;F)</translation>
    </message>
    <message>
        <source>Reso&amp;lution</source>
        <translation>解像度(&amp;L)</translation>
    </message>
    <message>
        <source>Fol&amp;der</source>
        <translation>フォルダ(&amp;D)</translation>
    </message>
    <message>
        <source>F&amp;ile</source>
        <translation>ファイル(&amp;I)</translation>
    </message>
    <message>
        <source>%1 × %2 in</source>
        <translation>%1 × %2 in</translation>
    </message>
    <message>
        <source>There is nothing to show yet.</source>
        <translation>まだ表示するものがありません。</translation>
    </message>
    <message>
        <source>At most %1.</source>
        <translation>最大 %1 です。</translation>
    </message>
    <message>
        <source>At least %1.</source>
        <translation>最小 %1 です。</translation>
    </message>
    <message>
        <source>Every view that has something to show, its numbers as CSV, and these settings as figures.json: reweigh figures STUDY --settings figures.json draws all of the study with them again, without chosen trials and zoom.</source>
        <translation>内容のあるすべてのビュー、その数値 (CSV)、この設定 (figures.json)。reweigh figures STUDY --settings figures.json で、選んだ試行と拡大を除き、同じ設定でスタディの図をすべて描き直せます。</translation>
    </message>
    <message>
        <source>Replaces the figures of the same names in it.</source>
        <translation>フォルダー内の同名の図を置き換えます。</translation>
    </message>
    <message>
        <source>Replaces an existing file.</source>
        <translation>既存のファイルを置き換えます。</translation>
    </message>
</context>
<context>
    <name>reweigh::FigureMenu</name>
    <message>
        <source>Enlarge to the whole window</source>
        <translation>ウィンドウ全体に拡大</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>画像をコピー</translation>
    </message>
    <message>
        <source>Copy the data</source>
        <translation>データをコピー</translation>
    </message>
    <message>
        <source>Back to the window (Esc)</source>
        <translation>ウィンドウに戻す (Esc)</translation>
    </message>
    <message>
        <source>Copy the value</source>
        <translation>値をコピー</translation>
    </message>
    <message>
        <source>Show the whole plot</source>
        <translation>図全体を表示</translation>
    </message>
</context>
<context>
    <name>reweigh::FileActions</name>
    <message>
        <source>New study</source>
        <translation>新しいスタディ</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>開く…</translation>
    </message>
    <message>
        <source>Save as command/JSON config…</source>
        <translation>コマンド/JSON 設定として保存…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Open recent</source>
        <translation>最近開いたもの</translation>
    </message>
    <message>
        <source>%1 is running: pause or stop it before you close it.</source>
        <translation>%1 は実行中です。閉じる前に一時停止か停止をしてください。</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Save the settings</source>
        <translation>設定を保存</translation>
    </message>
    <message>
        <source>Settings as JSON (*.json)</source>
        <translation>JSON の設定 (*.json)</translation>
    </message>
    <message>
        <source>Shell command (*.sh)</source>
        <translation>シェルコマンド (*.sh)</translation>
    </message>
    <message>
        <source>Settings written to %1.</source>
        <translation>設定を %1 に書き込みました。</translation>
    </message>
    <message>
        <source>Nothing yet</source>
        <translation>まだありません</translation>
    </message>
    <message>
        <source>Try the 5-minute demo</source>
        <translation>5 分のデモを試す</translation>
    </message>
    <message>
        <source>%1: the best network is now compared with its controls; Compare (Ctrl+4) shows it.</source>
        <translation>%1: 最良のネットワークを対照と比較しています。「比較」(Ctrl+4) に表示されます。</translation>
    </message>
    <message>
        <source>Close the plan</source>
        <translation>計画を閉じる</translation>
    </message>
    <message>
        <source>No plan is open</source>
        <translation>開いている計画はありません</translation>
    </message>
    <message>
        <source>Close %1; nothing stored is lost</source>
        <translation>%1 を閉じます。保存されたものは失われません</translation>
    </message>
    <message>
        <source>%1 is running: stop it before you close it</source>
        <translation>%1 は実行中です。閉じる前に停止してください</translation>
    </message>
    <message>
        <source>Open a study or a plan</source>
        <translation>スタディか計画を開く</translation>
    </message>
    <message>
        <source>Studies and plans (*.db *.sqlite *.sqlite3 *.json)</source>
        <translation>スタディと計画 (*.db *.sqlite *.sqlite3 *.json)</translation>
    </message>
    <message>
        <source>Name the study…</source>
        <translation>スタディに名前を付ける…</translation>
    </message>
    <message>
        <source>Name the study</source>
        <translation>スタディに名前を付ける</translation>
    </message>
    <message>
        <source>Its folder will be named after it.</source>
        <translation>フォルダーもこの名前になります。</translation>
    </message>
    <message>
        <source>Its folder keeps its own name.</source>
        <translation>フォルダーの名前は変わりません。</translation>
    </message>
    <message>
        <source>Report of the plan…</source>
        <translation>計画の報告…</translation>
    </message>
    <message>
        <source>Report of the study…</source>
        <translation>スタディの報告…</translation>
    </message>
    <message>
        <source>A report is being written</source>
        <translation>報告を書き出しています</translation>
    </message>
    <message>
        <source>Write the answer, figures, tables and recipe of %1 as PDF or HTML</source>
        <translation>%1 の答え、図、表、レシピを PDF か HTML で書き出します</translation>
    </message>
    <message>
        <source>Write the figures, tables and recipe of the comparison as PDF or HTML</source>
        <translation>比較の図、表、レシピを PDF か HTML で書き出します</translation>
    </message>
    <message>
        <source>Needs compared variants of a study of Reweigh</source>
        <translation>Reweigh のスタディの比較済みバリアントが必要です</translation>
    </message>
    <message>
        <source>Write the report</source>
        <translation>報告を書き出す</translation>
    </message>
    <message>
        <source>Report as PDF (*.pdf)</source>
        <translation>PDF の報告 (*.pdf)</translation>
    </message>
    <message>
        <source>Report as HTML (*.html)</source>
        <translation>HTML の報告 (*.html)</translation>
    </message>
    <message>
        <source>Report written to %1.</source>
        <translation>報告を %1 に書き出しました。</translation>
    </message>
    <message>
        <source>%1: the search (trials: %2) is followed by a comparison (trainings: up to %3). The five minutes are for both, on two cores that do nothing else.</source>
        <translation>%1: 探索 (試行: %2) の後に、比較 (学習: 最大 %3) が続きます。5 分は両方の合計で、ほかに何もしていない 2 コアでの時間です。</translation>
    </message>
    <message>
        <source>%1 is running already.</source>
        <translation>%1 はすでに実行中です。</translation>
    </message>
</context>
<context>
    <name>reweigh::FileStudiesMenu</name>
    <message>
        <source>Studies in this file</source>
        <translation>このファイルのスタディ</translation>
    </message>
</context>
<context>
    <name>reweigh::FollowPin</name>
    <message>
        <source>Show the trial that runs, and each one that starts after it</source>
        <translation>実行中の試行と、その後に始まる試行を表示</translation>
    </message>
    <message>
        <source>Follow #%1</source>
        <comment>the trial that runs</comment>
        <translation>#%1 を追う</translation>
    </message>
    <message>
        <source>Comparison paused: %1 of %2</source>
        <comment>trainings that are done, all of them</comment>
        <translation>比較を一時停止中: %1 / %2</translation>
    </message>
    <message>
        <source>Comparison: %1 of %2</source>
        <comment>trainings that are done, all of them</comment>
        <translation>比較: %1 / %2</translation>
    </message>
    <message>
        <source>Comparison paused</source>
        <translation>比較を一時停止中</translation>
    </message>
    <message>
        <source>Comparison runs</source>
        <translation>比較を実行中</translation>
    </message>
    <message>
        <source>Trainings of the comparison that are done. A click shows it in Compare.</source>
        <translation>比較のうち完了した学習の数です。クリックすると「比較」に表示します。</translation>
    </message>
</context>
<context>
    <name>reweigh::GainGridView</name>
    <message>
        <source>Enter or a double click opens its study in Compare.</source>
        <translation>Enter かダブルクリックで、そのスタディを「比較」で開きます。</translation>
    </message>
</context>
<context>
    <name>reweigh::HealthLight</name>
    <message>
        <source>Health of the weights: %1</source>
        <translation>重みの健康状態: %1</translation>
    </message>
</context>
<context>
    <name>reweigh::HealthWatch</name>
    <message>
        <source>Weights of trial #%1 after epoch %2: %3. %4</source>
        <translation>試行 #%1 のエポック %2 の後の重み: %3。%4</translation>
    </message>
</context>
<context>
    <name>reweigh::HelpActions</name>
    <message>
        <source>Help on this view</source>
        <translation>この表示のヘルプ</translation>
    </message>
    <message>
        <source>Glossary</source>
        <translation>用語集</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>キーボードショートカット</translation>
    </message>
    <message>
        <source>What the view with the keyboard focus shows</source>
        <translation>キーボードフォーカスのある表示が示すもの</translation>
    </message>
    <message>
        <source>Tour in five steps</source>
        <translation>五つの手順の案内</translation>
    </message>
    <message>
        <source>Through the layouts with the study in view; can be left at any time</source>
        <translation>表示中のスタディでレイアウトを案内します。いつでも終えられます</translation>
    </message>
</context>
<context>
    <name>reweigh::HelpButton</name>
    <message>
        <source>Explain: %1</source>
        <translation>説明: %1</translation>
    </message>
</context>
<context>
    <name>reweigh::HelpPopup</name>
    <message>
        <source>Explanation</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>Open in the help</source>
        <translation>ヘルプで開く</translation>
    </message>
</context>
<context>
    <name>reweigh::HelpTour</name>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Leave the tour</source>
        <translation>案内を終える</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>次へ</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>完了</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <comment>step of the tour: number, number of steps, title</comment>
        <translation>%2 中 %1: %3</translation>
    </message>
    <message>
        <source>Tour in five steps</source>
        <translation>五つの手順の案内</translation>
    </message>
</context>
<context>
    <name>reweigh::HelpWindow</name>
    <message>
        <source>Help — Reweigh</source>
        <translation>ヘルプ — Reweigh</translation>
    </message>
    <message>
        <source>Find in the help</source>
        <translation>ヘルプを検索</translation>
    </message>
    <message>
        <source>Sections of the help</source>
        <translation>ヘルプの項目</translation>
    </message>
    <message>
        <source>Page of the help</source>
        <translation>ヘルプのページ</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>戻る</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>進む</translation>
    </message>
    <message>
        <source>Nothing in the help has all of these words.</source>
        <translation>これらの語をすべて含む項目はヘルプにありません。</translation>
    </message>
</context>
<context>
    <name>reweigh::HistoryPanel</name>
    <message>
        <source>History</source>
        <translation>履歴</translation>
    </message>
    <message>
        <source>Pruned trials</source>
        <translation>枝刈りした試行</translation>
    </message>
    <message>
        <source>trial</source>
        <translation>試行</translation>
    </message>
    <message>
        <source>The value of every trial and the best so far. It begins with the first complete trial.</source>
        <translation>各試行の値とこれまでの最良。最初の完了した試行から始まります。</translation>
    </message>
    <message>
        <source>best so far, each trial, pruned</source>
        <translation>これまでの最良、各試行、枝刈り</translation>
    </message>
    <message>
        <source>best so far, each trial</source>
        <translation>これまでの最良、各試行</translation>
    </message>
    <message>
        <source>fixed 1-100-1</source>
        <translation>固定 1-100-1</translation>
    </message>
    <message>
        <source>trial %1: pruned at %2</source>
        <translation>試行 %1: %2 で枝刈り</translation>
    </message>
    <message>
        <source>trial %1: %2 %3</source>
        <comment>number, name of the objective, value</comment>
        <translation>試行 %1: %2 %3</translation>
    </message>
    <message numerus="yes">
        <source>%n complete trial(s) since the best one.</source>
        <translation>
            <numerusform>最良から完了した試行 %n 件。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n complete trial(s), best %1 %2. %3</source>
        <comment>%1: name of the objective, %2: its value, %3: sentence</comment>
        <translation>
            <numerusform>完了した試行 %n 件、最良の%1 %2。%3</numerusform>
        </translation>
    </message>
    <message>
        <source>Across</source>
        <translation>横</translation>
    </message>
    <message>
        <source>Upwards</source>
        <translation>縦</translation>
    </message>
    <message>
        <source>each trial, pruned</source>
        <translation>各試行、枝刈り</translation>
    </message>
    <message>
        <source>each trial</source>
        <translation>各試行</translation>
    </message>
    <message>
        <source>%1, pruned</source>
        <comment>what is said of the trial</comment>
        <translation>%1、枝刈り</translation>
    </message>
    <message numerus="yes">
        <source>%n complete trial(s): %1 from %2 to %3.</source>
        <comment>%1: name of the quantity</comment>
        <translation>
            <numerusform>完了した試行 %n 件: %1 は %2 から %3。</numerusform>
        </translation>
    </message>
    <message>
        <source>No complete trial that has “%1” says when it began: choose “%2” for the axis across in this view&apos;s menu.</source>
        <translation>「%1」を持つ完了した試行には開始時刻がありません。この表示のメニューで横軸に「%2」を選んでください。</translation>
    </message>
</context>
<context>
    <name>reweigh::HypothesesPanel</name>
    <message>
        <source>Hypotheses</source>
        <translation>仮説</translation>
    </message>
    <message>
        <source>The hypotheses of a plan will be here, with what its runs say of each, and the button that runs the rest.</source>
        <translation>計画の仮説と、実行がそれぞれに示すこと、残りを実行するボタンがここに表示されます。</translation>
    </message>
    <message>
        <source>first − second, or first − limit · Student t 95 % over seeds, Holm over the table</source>
        <translation>一つ目 − 二つ目、または一つ目 − 限界 · シードでの Student の t 95 %、表全体に Holm 補正</translation>
    </message>
    <message>
        <source>This plan has no hypotheses: &quot;hypotheses&quot; in its file states them, best before the runs.</source>
        <translation>この計画に仮説はありません。ファイルの &quot;hypotheses&quot; に、できれば実行の前に書きます。</translation>
    </message>
    <message>
        <source>Tinted: what the claim allows. A status is provisional while runs are missing: its level holds for one look, at all of them.</source>
        <translation>色のついた範囲: 主張が許す値。実行が足りない間の判定は暫定です。水準は、全部そろって一度だけ見るときのものです。</translation>
    </message>
    <message>
        <source>Tinted: what the claim allows.</source>
        <translation>色のついた範囲: 主張が許す値。</translation>
    </message>
    <message>
        <source>%1: %2, %3, %4</source>
        <comment>hypothesis, claim, what was seen, status</comment>
        <translation>%1: %2、%3、%4</translation>
    </message>
    <message>
        <source>There is no hypothesis.</source>
        <translation>仮説はありません。</translation>
    </message>
</context>
<context>
    <name>reweigh::ImportancePanel</name>
    <message>
        <source>Importance</source>
        <translation>重要度</translation>
    </message>
    <message numerus="yes">
        <source>%n complete trial(s): too few to see which parameter matters most. The best tenth must hold at least two trials.</source>
        <translation>
            <numerusform>完了した試行 %n 件: どのパラメーターが最も重要か見るには少なすぎます。上位一割が少なくとも 2 試行必要です。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The best of %n complete trial(s) are like the rest in every parameter: no parameter stands out.</source>
        <translation>
            <numerusform>完了した試行 %n 件の上位は、どのパラメーターでも残りと変わりません。目立つパラメーターはありません。</numerusform>
        </translation>
    </message>
    <message>
        <source>Too few complete trials to see which parameter matters most.</source>
        <translation>完了した試行が少なすぎて、どのパラメーターが最も重要か分かりません。</translation>
    </message>
    <message numerus="yes">
        <source>Over %n trial(s), %1 matters most: %2, between %3 and %4 over bootstraps.</source>
        <translation>
            <numerusform>試行 %n 件では %1 が最も重要です: %2、ブートストラップで %3 から %4。</numerusform>
        </translation>
    </message>
    <message>
        <source>PED-ANOVA · spread over %1 bootstraps</source>
        <translation>PED-ANOVA · ブートストラップ %1 回のばらつき</translation>
    </message>
    <message>
        <source>Which parameters decide whether a trial is among the best tenth. Shown once that tenth holds two trials.</source>
        <translation>試行が上位一割に入るかをどのパラメーターが決めるか。その一割が 2 試行になると表示されます。</translation>
    </message>
    <message>
        <source>importance, of 1 in all</source>
        <translation>重要度（合計 1）</translation>
    </message>
    <message>
        <source>of %1 of %2 trials · %3</source>
        <comment>trials that the filter keeps, all complete trials, how it was computed</comment>
        <translation>試行 %2 件中 %1 件 · %3</translation>
    </message>
    <message>
        <source>%1 That is too few to see which parameter matters most: the best tenth must hold at least two trials.</source>
        <comment>%1: how many the filter keeps</comment>
        <translation>%1 どのパラメーターが最も重要か見るには少なすぎます。上位一割が少なくとも 2 試行必要です。</translation>
    </message>
    <message numerus="yes">
        <source>The filter keeps %1 of %Ln complete trial(s).</source>
        <translation>
            <numerusform>フィルターで、完了した試行 %Ln 件のうち %1 件が残っています。</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, between %3 and %4 over bootstraps</source>
        <comment>parameter, its importance, ends of its spread</comment>
        <translation>%1: %2、ブートストラップでは %3 から %4</translation>
    </message>
</context>
<context>
    <name>reweigh::InspectorPanel</name>
    <message>
        <source>Trial</source>
        <translation>試行</translation>
    </message>
    <message>
        <source>About the trial</source>
        <translation>試行について</translation>
    </message>
    <message>
        <source>Layers of the weighting network</source>
        <translation>重みネットワークの層</translation>
    </message>
    <message>
        <source>Copy command</source>
        <translation>コマンドをコピー</translation>
    </message>
    <message>
        <source>Copies the command line that trains this trial again</source>
        <translation>この試行を学習し直すコマンド行をコピーします</translation>
    </message>
    <message>
        <source>Copy JSON</source>
        <translation>JSON をコピー</translation>
    </message>
    <message>
        <source>Copies the trial as JSON</source>
        <translation>試行を JSON でコピーします</translation>
    </message>
    <message>
        <source>The chosen trial will stand here: its network, its accuracy and how sure that is, the command that trains it again.</source>
        <translation>選んだ試行がここに表示されます。ネットワーク、精度とその確かさ、学習し直すコマンドです。</translation>
    </message>
    <message>
        <source>Choose a trial in a list, a table or a plot.</source>
        <translation>一覧、表、または図で試行を選んでください。</translation>
    </message>
    <message>
        <source>No trial is chosen.</source>
        <translation>試行は選ばれていません。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, %2. %3</source>
        <translation>%1, %2. %3</translation>
    </message>
    <message>
        <source>Export as JSON…</source>
        <translation>JSON で書き出す…</translation>
    </message>
    <message>
        <source>Writes this trial into a JSON file</source>
        <translation>この試行を JSON ファイルに書き出します</translation>
    </message>
    <message>
        <source>Retrain</source>
        <translation>再学習</translation>
    </message>
    <message>
        <source>Export trial %1 as JSON…</source>
        <translation>試行 %1 を JSON で書き出す…</translation>
    </message>
    <message numerus="yes">
        <source>Retrain trial %1 with %n fresh seed(s)</source>
        <translation>
            <numerusform>試行 %1 を新しいシード %n 個で再学習</numerusform>
        </translation>
    </message>
    <message>
        <source>%1,
about %2 s</source>
        <translation>%1、
約 %2 秒</translation>
    </message>
    <message>
        <source>%1,
about %2 min</source>
        <translation>%1、
約 %2 分</translation>
    </message>
    <message>
        <source>Trains this trial&apos;s network with seeds that the search has not seen; Compare shows the runs.</source>
        <translation>探索で使っていないシードでこの試行のネットワークを学習します。結果は「比較」に出ます。</translation>
    </message>
    <message>
        <source>Can be done when nothing of the study runs</source>
        <translation>スタディが何も実行していないときにできます</translation>
    </message>
    <message>
        <source>Export trial %1</source>
        <translation>試行 %1 を書き出す</translation>
    </message>
    <message>
        <source>Architecture as JSON (*.json)</source>
        <translation>アーキテクチャ JSON (*.json)</translation>
    </message>
    <message>
        <source>Trial %1 is written to %2.</source>
        <translation>試行 %1 を %2 に書き出しました。</translation>
    </message>
</context>
<context>
    <name>reweigh::IntermediatePanel</name>
    <message>
        <source>Intermediate values</source>
        <translation>途中の値</translation>
    </message>
    <message>
        <source>What every trial reported while it ran, step by step. No trial has reported anything yet.</source>
        <translation>各試行が実行中に報告した値をステップごとに示します。まだ報告はありません。</translation>
    </message>
    <message>
        <source>the last %1 of %2 trials, a cross where one was pruned</source>
        <translation>%2 件中最新の試行 %1 件、枝刈りした所に ×</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>エポック</translation>
    </message>
    <message>
        <source>step</source>
        <translation>ステップ</translation>
    </message>
    <message>
        <source>trial %1: pruned after step %2 with %3</source>
        <translation>試行 %1: ステップ %2 の後に %3 で枝刈り</translation>
    </message>
    <message>
        <source>trial %1: %3 at step %2</source>
        <translation>試行 %1: ステップ %2 で %3</translation>
    </message>
    <message>
        <source>No intermediate value yet.</source>
        <translation>途中の値はまだありません。</translation>
    </message>
    <message numerus="yes">
        <source>Reported values of %n trial(s), %1 of them pruned.</source>
        <translation>
            <numerusform>試行 %n 件の報告値、うち枝刈り %1 件。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln trial(s), a cross where one was pruned</source>
        <translation>
            <numerusform>試行 %Ln 件、枝刈りした所に ×</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::LabelErrorDelegate</name>
    <message>
        <source>wrong</source>
        <translation>誤り</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正しい</translation>
    </message>
    <message>
        <source>%1 → %2</source>
        <comment>given label, true label</comment>
        <translation>%1 → %2</translation>
    </message>
    <message>
        <source>%1 · %2?</source>
        <comment>given label, the classifier&apos;s answer</comment>
        <translation>%1 · %2?</translation>
    </message>
    <message>
        <source>changed</source>
        <translation>変更済み</translation>
    </message>
    <message>
        <source>you: %1</source>
        <comment>a user&apos;s mark of a label</comment>
        <translation>自分: %1</translation>
    </message>
</context>
<context>
    <name>reweigh::LabelErrorModel</name>
    <message>
        <source>class %1</source>
        <translation>クラス %1</translation>
    </message>
    <message>
        <source>image %1</source>
        <translation>画像 %1</translation>
    </message>
    <message>
        <source>weight %1: labelled %2, truly %3 (wrong; %4)</source>
        <translation>重み %1: ラベル %2、真 %3 (誤り; %4)</translation>
    </message>
    <message>
        <source>weight %1: labelled %2, rightly (%3)</source>
        <translation>重み %1: ラベル %2 は正しい (%3)</translation>
    </message>
    <message>
        <source>weight %1: labelled %2, which the recipe made of %3 (%4)</source>
        <translation>重み %1: ラベル %2、レシピが %3 から変更 (%4)</translation>
    </message>
    <message>
        <source>weight %1: labelled %2 (%3)</source>
        <translation>重み %1: ラベル %2 (%3)</translation>
    </message>
    <message>
        <source>%1; the classifier answers %2</source>
        <translation>%1。分類器の答えは %2</translation>
    </message>
    <message>
        <source>%1; you said: %2</source>
        <translation>%1。あなたの判定: %2</translation>
    </message>
</context>
<context>
    <name>reweigh::LabelErrorsPanel</name>
    <message>
        <source>Likely label errors</source>
        <translation>ラベル誤りの候補</translation>
    </message>
    <message>
        <source>Samples by weight</source>
        <translation>重み順のサンプル</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>順序</translation>
    </message>
    <message>
        <source>lowest weight first</source>
        <translation>重みの小さい順</translation>
    </message>
    <message>
        <source>highest weight first</source>
        <translation>重みの大きい順</translation>
    </message>
    <message>
        <source>Observed label</source>
        <translation>観測ラベル</translation>
    </message>
    <message>
        <source>Here you will see the images whose labels the weights trust least. Run a study, or open one.</source>
        <translation>重みが最も信用しないラベルの画像がここに表示されます。スタディを実行するか、開いてください。</translation>
    </message>
    <message>
        <source>This trial&apos;s folder keeps no weights of single samples.</source>
        <translation>この試行のフォルダーにはサンプルごとの重みがありません。</translation>
    </message>
    <message>
        <source>The samples&apos; weights are being read.</source>
        <translation>サンプルの重みを読み込み中です。</translation>
    </message>
    <message>
        <source>lowest weight first · %1 wrong of %2</source>
        <translation>重みの小さい順 · %2 中 %1 が実際に誤り</translation>
    </message>
    <message>
        <source>highest weight first · %1 wrong of %2</source>
        <translation>重みの大きい順 · %2 中 %1 が実際に誤り</translation>
    </message>
    <message>
        <source>Images are being read.</source>
        <translation>画像を読み込み中です。</translation>
    </message>
    <message>
        <source>The data set cannot be read here: labels only.</source>
        <translation>データセットをここでは読めません。ラベルだけ表示します。</translation>
    </message>
    <message>
        <source>The recipe in Set up is not this study&apos;s: labels only. Undo its changes to see the images.</source>
        <translation>準備のレシピがこのスタディのものと違います。ラベルだけ表示します。変更を元に戻すと画像が見えます。</translation>
    </message>
    <message>
        <source>every label</source>
        <translation>すべてのラベル</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>正しい</translation>
    </message>
    <message>
        <source>Wrong</source>
        <translation>誤り</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>不明</translation>
    </message>
    <message>
        <source>Take the mark away</source>
        <translation>印を消す</translation>
    </message>
    <message>
        <source>Large view</source>
        <translation>拡大表示</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>フォルダーで表示</translation>
    </message>
    <message>
        <source>Export marks…</source>
        <translation>印を書き出す…</translation>
    </message>
    <message>
        <source>Export marks</source>
        <translation>印を書き出す</translation>
    </message>
    <message>
        <source>Import marks…</source>
        <translation>印を読み込む…</translation>
    </message>
    <message>
        <source>Import marks</source>
        <translation>印を読み込む</translation>
    </message>
    <message>
        <source>Compare without those marked wrong…</source>
        <translation>誤りの印が付いた画像を除いて比較…</translation>
    </message>
    <message>
        <source>Precision at the top: %1 of the first %2 are wrong (%3 %); of all, %4 %.</source>
        <translation>上位の適合率: 最初の %2 件のうち %1 件が誤り (%3 %)。全体では %4 %。</translation>
    </message>
    <message>
        <source>Which labels are wrong is not known here: look at the images and mark them.</source>
        <translation>どのラベルが誤りかは分かっていません。画像を見て印を付けてください。</translation>
    </message>
    <message>
        <source>Of the first %1 you marked %2 wrong, %3 right, %4 unsure.</source>
        <translation>最初の %1 件のうち、誤り %2 件、正しい %3 件、不明 %4 件と印を付けました。</translation>
    </message>
    <message>
        <source>image %1</source>
        <translation>画像 %1</translation>
    </message>
    <message>
        <source>labelled %1</source>
        <translation>ラベル %1</translation>
    </message>
    <message>
        <source>the classifier answers %1</source>
        <translation>分類器の答えは %1</translation>
    </message>
    <message>
        <source>weight %1, rank %2 of %3</source>
        <translation>重み %1、順位 %2 / %3</translation>
    </message>
    <message>
        <source>wrong: it is truly %1</source>
        <translation>誤り: 真は %1</translation>
    </message>
    <message>
        <source>the label is right</source>
        <translation>ラベルは正しい</translation>
    </message>
    <message>
        <source>the recipe made this label of %1</source>
        <translation>レシピが %1 から変えたラベルです</translation>
    </message>
    <message>
        <source>you said: %1</source>
        <translation>あなたの判定: %1</translation>
    </message>
    <message>
        <source>No image in the list is marked wrong, so there is none to leave out.</source>
        <translation>リストに誤りの印が付いた画像がないので、除外する画像はありません。</translation>
    </message>
    <message>
        <source>Nothing can be compared yet. --leave-out %1 leaves the images out on the command line.</source>
        <translation>まだ比較できません。コマンドラインでは --leave-out %1 で画像を除外できます。</translation>
    </message>
    <message>
        <source>R right, W wrong, U unsure, Backspace takes back, Enter large view</source>
        <translation>R 正しい、W 誤り、U 不明、Backspace 取り消し、Enter 拡大表示</translation>
    </message>
    <message>
        <source>trial #%1, until the weights of #%2 are there</source>
        <translation>試行 #%1 (#%2 の重みが得られるまで)</translation>
    </message>
    <message>
        <source>The samples&apos; weights come with the end of an epoch.</source>
        <translation>サンプルの重みは、エポックの終わりに得られます。</translation>
    </message>
    <message>
        <source>Under an image stands its label, and behind → the true one if that is another.</source>
        <translation>画像の下はそのラベルです。真のラベルが異なるときは → の後に示します。</translation>
    </message>
    <message>
        <source>Under an image stands its label, and behind · with ? the classifier&apos;s answer if that is another.</source>
        <translation>画像の下はそのラベルです。分類器の答えが異なるときは · の後に ? を付けて示します。</translation>
    </message>
    <message numerus="yes">
        <source>lowest weight first · %Ln image(s)</source>
        <translation>
            <numerusform>重みの小さい順 · 画像 %Ln 枚</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>highest weight first · %Ln image(s)</source>
        <translation>
            <numerusform>重みの大きい順 · 画像 %Ln 枚</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::LandscapeMap</name>
    <message>
        <source>%1 %2, %3 %4</source>
        <comment>parameter, its value, other parameter, its value</comment>
        <translation>%1 %2, %3 %4</translation>
    </message>
    <message>
        <source>%1: never tried</source>
        <translation>%1: 未試行</translation>
    </message>
    <message>
        <source>%1: median %2, n = %3, from %4 to %5</source>
        <translation>%1: 中央値 %2、n = %3、%4 から %5</translation>
    </message>
    <message>
        <source>outlined: the best trial · empty: never tried</source>
        <translation>枠: 最良の試行 · 空: 未試行</translation>
    </message>
</context>
<context>
    <name>reweigh::LandscapePanel</name>
    <message>
        <source>Landscape</source>
        <translation>地形</translation>
    </message>
    <message>
        <source>Across</source>
        <translation>横</translation>
    </message>
    <message>
        <source>Upwards</source>
        <translation>縦</translation>
    </message>
    <message>
        <source>Show only this cell&apos;s trials</source>
        <translation>このセルの試行だけを表示</translation>
    </message>
    <message>
        <source>Show all trials</source>
        <translation>すべての試行を表示</translation>
    </message>
    <message>
        <source>A map of the searched architectures, coloured by how well they did. It begins with the first complete trial.</source>
        <translation>探索した構造の地図。成績で色分けします。最初の完了した試行から始まります。</translation>
    </message>
    <message>
        <source>A map needs two parameters; this study searched fewer.</source>
        <translation>地図には二つのパラメーターが必要です。このスタディはそれより少ないです。</translation>
    </message>
    <message>
        <source>median %1 · n in each cell</source>
        <translation>%1の中央値 · 各セルに n</translation>
    </message>
    <message>
        <source>No map yet.</source>
        <translation>地図はまだありません。</translation>
    </message>
    <message>
        <source>Map of %1 by %2: %3 of %4 cells tried.</source>
        <translation>%1 と %2 の地図: %4 セル中 %3 セルを試行。</translation>
    </message>
    <message>
        <source>%1 Best trial in %2.</source>
        <translation>%1 最良の試行は %2。</translation>
    </message>
</context>
<context>
    <name>reweigh::LayerStrip</name>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>reweigh::LayoutActions</name>
    <message>
        <source>Reset layout</source>
        <translation>配置を元に戻す</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>全画面</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>表示</translation>
    </message>
</context>
<context>
    <name>reweigh::LibTorchBar</name>
    <message>
        <source>LibTorch</source>
        <translation>LibTorch</translation>
    </message>
    <message>
        <source>for the GPU too</source>
        <translation>GPU 用も</translation>
    </message>
    <message>
        <source>LibTorch %1 is in %2: trainings can run.</source>
        <translation>LibTorch %1 を %2 に置きました。学習を実行できます。</translation>
    </message>
    <message>
        <source>Everything but trainings works. Those need LibTorch %1 in %2, %3 of disk.</source>
        <translation>学習以外は使えます。学習には %2 に LibTorch %1 (ディスク %3) が必要です。</translation>
    </message>
</context>
<context>
    <name>reweigh::LogModel</name>
    <message>
        <source>note</source>
        <translation>情報</translation>
    </message>
    <message>
        <source>! warning</source>
        <translation>! 警告</translation>
    </message>
    <message>
        <source>✕ problem</source>
        <translation>✕ 問題</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>時刻</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>種類</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>出来事</translation>
    </message>
    <message>
        <source>%1 times: %2</source>
        <translation>%1 回: %2</translation>
    </message>
</context>
<context>
    <name>reweigh::LogPanel</name>
    <message>
        <source>Log</source>
        <translation>ログ</translation>
    </message>
    <message>
        <source>Copy lines</source>
        <translation>行をコピー</translation>
    </message>
    <message>
        <source>Copy the log</source>
        <translation>ログをコピー</translation>
    </message>
    <message>
        <source>Nothing happened yet.</source>
        <translation>まだ何も起きていません。</translation>
    </message>
    <message>
        <source>%1. The newest line: %2</source>
        <translation>%1。最新の行: %2</translation>
    </message>
    <message>
        <source>Events and problems are listed here.</source>
        <translation>起きたことと問題がここに表示されます。</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::MainWindow</name>
    <message>
        <source>%1 — Reweigh</source>
        <translation>%1 — Reweigh</translation>
    </message>
    <message>
        <source>Views behind each other</source>
        <translation>重なった表示</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>終了</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Study</source>
        <translation>スタディ(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
    <message>
        <source>About Reweigh</source>
        <translation>Reweigh について</translation>
    </message>
    <message>
        <source>Run and layouts</source>
        <translation>実行と配置</translation>
    </message>
    <message>
        <source>%1 was closed; its changed settings are not stored.</source>
        <translation>%1 を閉じました。変更した設定は保存されていません。</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>開き直す</translation>
    </message>
</context>
<context>
    <name>reweigh::MarksEditor</name>
    <message>
        <source>Star this trial</source>
        <translation>この試行に星を付ける</translation>
    </message>
    <message>
        <source>what you found</source>
        <translation>わかったこと</translation>
    </message>
    <message>
        <source>with commas between them</source>
        <translation>コンマで区切る</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>メモ</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>タグ</translation>
    </message>
    <message>
        <source>Star trial %1</source>
        <translation>試行 %1 に星を付ける</translation>
    </message>
    <message>
        <source>Take the star from trial %1</source>
        <translation>試行 %1 の星を外す</translation>
    </message>
    <message>
        <source>Note on trial %1</source>
        <translation>試行 %1 のメモ</translation>
    </message>
    <message>
        <source>Tags of trial %1</source>
        <translation>試行 %1 のタグ</translation>
    </message>
</context>
<context>
    <name>reweigh::MatrixPanel</name>
    <message>
        <source>Transition matrix</source>
        <translation>遷移行列</translation>
    </message>
    <message>
        <source>click: show these images</source>
        <translation>クリック: この画像を表示</translation>
    </message>
    <message>
        <source>Transition matrix, rows true classes, columns observed labels</source>
        <translation>遷移行列。行は真のクラス、列は観測ラベル</translation>
    </message>
    <message>
        <source>row: true, column: observed</source>
        <translation>行: 真、列: 観測ラベル</translation>
    </message>
    <message>
        <source>%1 → %2: requested %3, actual %4 (%5 of %6)</source>
        <translation>%1 → %2: 指定 %3、実際 %4 (%6 中 %5)</translation>
    </message>
    <message>
        <source>hover: requested and actual rate</source>
        <translation>ポインターを置く: 指定と実際</translation>
    </message>
    <message>
        <source>%1 of the labels are right; rows are true classes, columns observed labels.</source>
        <translation>ラベルの %1 が正しい。行は真のクラス、列は観測ラベルです。</translation>
    </message>
    <message>
        <source>%1 → %2: %3 (%4 of %5)</source>
        <translation>%1 → %2: %3 (%5 のうち %4)</translation>
    </message>
    <message>
        <source>hover: actual rate</source>
        <translation>ポインターを置く: 実際の割合</translation>
    </message>
    <message>
        <source>%1 of the labels are as they came; rows are labels as they came, columns those they have now.</source>
        <translation>ラベルの %1 が元のまま。行は元のラベル、列は今のラベルです。</translation>
    </message>
    <message>
        <source>row: label as it came, column: label now</source>
        <translation>行: 元のラベル、列: 今のラベル</translation>
    </message>
</context>
<context>
    <name>reweigh::MechanismPanel</name>
    <message>
        <source>Mechanism over epochs</source>
        <translation>エポックごとの仕組み</translation>
    </message>
    <message>
        <source>Training whose weights are shown</source>
        <translation>重みを表示する学習</translation>
    </message>
    <message>
        <source>AUROC</source>
        <translation>AUROC</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>エポック</translation>
    </message>
    <message>
        <source>mean weight</source>
        <translation>平均の重み</translation>
    </message>
    <message>
        <source>trial #%1</source>
        <translation>試行 #%1</translation>
    </message>
    <message>
        <source>%1 (earlier)</source>
        <comment>a variant</comment>
        <translation>%1（以前）</translation>
    </message>
    <message>
        <source>The epochs of %1 are being read; they are not there where run folders were not kept.</source>
        <comment>a variant</comment>
        <translation>%1 のエポックを読んでいます。実行フォルダが残されていなければ、ありません。</translation>
    </message>
    <message>
        <source>Here you will see, epoch by epoch, whether weights tell wrong labels from rare classes. Run a study, or open one.</source>
        <translation>重みが誤ラベルと少数クラスを区別するかが、エポックごとにここに表示されます。スタディを実行するか、開いてください。</translation>
    </message>
    <message>
        <source>Which labels are wrong is not known here, as nobody has checked them: so it is not known either what weights do to them. With labels that the recipe changes, or true labels in a file, it is.</source>
        <translation>ラベルは誰にも確かめられていないため、どれが誤りかはここでは分からず、重みがどう働くかも分かりません。レシピが変えるラベルか、ファイルの真のラベルがあれば分かります。</translation>
    </message>
    <message>
        <source>No label is wrong here, so weights cannot tell wrong labels from rare classes. Add label noise to the recipe to see what they do.</source>
        <translation>ここには誤ラベルがないため、重みは誤ラベルと少数クラスを区別できません。働きを見るには、レシピにラベルノイズを加えてください。</translation>
    </message>
    <message numerus="yes">
        <source>%1 · mean of %n seed(s) · after epoch %2</source>
        <comment>a variant</comment>
        <translation>
            <numerusform>%1 · シード %n 個の平均 · エポック %2 の後</numerusform>
        </translation>
    </message>
    <message>
        <source>trial #%1 · epoch %2 of %3</source>
        <translation>試行 #%1 · %3 エポック中 %2</translation>
    </message>
    <message>
        <source>all</source>
        <comment>classes</comment>
        <translation>全体</translation>
    </message>
    <message>
        <source>other</source>
        <comment>labels</comment>
        <translation>その他</translation>
    </message>
    <message>
        <source>right</source>
        <comment>labels</comment>
        <translation>正</translation>
    </message>
    <message>
        <source>changed</source>
        <comment>labels</comment>
        <translation>変更</translation>
    </message>
    <message>
        <source>wrong</source>
        <comment>labels</comment>
        <translation>誤</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>kind of labels, size of class</comment>
        <translation>%1、%2</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>エポック %1</translation>
    </message>
</context>
<context>
    <name>reweigh::ModelPanel</name>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>the search may change what is blue</source>
        <translation>青いところは探索で変わります</translation>
    </message>
    <message>
        <source>Layers of the classifier</source>
        <translation>分類器の層</translation>
    </message>
    <message>
        <source>Layers of the Meta-Weight-Net</source>
        <translation>Meta-Weight-Net の層</translation>
    </message>
    <message>
        <source>The layers are drawn when the data set is read: its images say how wide they are.</source>
        <translation>層はデータセットを読むと描かれます。幅は画像で決まります。</translation>
    </message>
    <message>
        <source>%1 parameters</source>
        <translation>パラメーター %1 個</translation>
    </message>
    <message>
        <source>%1 parameters, %2 of the classifier</source>
        <translation>パラメーター %1 個、分類器の %2</translation>
    </message>
    <message>
        <source>%1: %2. MW-Net, input %3: %4.</source>
        <translation>%1: %2。MW-Net の入力 %3: %4。</translation>
    </message>
</context>
<context>
    <name>reweigh::NoiseAurocPanel</name>
    <message>
        <source>all</source>
        <translation>全体</translation>
    </message>
    <message>
        <source>AUROC over epochs</source>
        <translation>エポックごとの AUROC</translation>
    </message>
    <message>
        <source>epoch</source>
        <translation>エポック</translation>
    </message>
    <message>
        <source>AUROC</source>
        <translation>AUROC</translation>
    </message>
    <message>
        <source>Here you will see, epoch by epoch, how well low weights find wrong labels. Run a study, or open one.</source>
        <translation>小さい重みが誤ラベルをどれだけ見つけるかが、エポックごとにここに表示されます。スタディを実行するか、開いてください。</translation>
    </message>
    <message>
        <source>trial #%1 · epoch %2 of %3 · band: 95 % interval over samples</source>
        <translation>試行 #%1 · %3 エポック中 %2 · 帯: サンプルについての 95 % 区間</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>エポック %1</translation>
    </message>
</context>
<context>
    <name>reweigh::NoticeBar</name>
    <message>
        <source>Notices</source>
        <translation>お知らせ</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Close the notice</source>
        <translation>お知らせを閉じる</translation>
    </message>
</context>
<context>
    <name>reweigh::OpenPlan</name>
    <message numerus="yes">
        <source>%n cell(s) left, which another process runs; what it leaves is taken over</source>
        <translation>
            <numerusform>残り %n セルは別のプロセスが実行中です。残されたものは引き継ぎます</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: all of the plan is done.</source>
        <translation>%1: 計画はすべて終わりました。</translation>
    </message>
    <message>
        <source>%1 is running: stop it before you open another plan.</source>
        <translation>%1 は実行中です。別の計画を開く前に停止してください。</translation>
    </message>
    <message>
        <source>%1 can be read again.</source>
        <translation>%1 をまた読めるようになりました。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a cell of a plan, why it cannot be trained</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>reweigh::OpenStudy</name>
    <message>
        <source>new study</source>
        <translation>新しいスタディ</translation>
    </message>
    <message>
        <source>%1 can be read again.</source>
        <translation>%1 をまた読めるようになりました。</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1: trials at once: %2, not %3, because of the search lag.</source>
        <translation>%1: 同時に動かす試行は、探索の遅れのため %3 ではなく %2 です。</translation>
    </message>
    <message>
        <source>%1 has %2 objectives: the table of trials shows each of them, Pareto front two, History one. Searches here have one objective.</source>
        <translation>%1 の目的関数は %2 個です。試行の表にはそれぞれ、「パレートフロント」には二つ、「履歴」には一つが表示されます。ここでの探索の目的関数は一つです。</translation>
    </message>
</context>
<context>
    <name>reweigh::Panel</name>
    <message>
        <source>Options of %1</source>
        <translation>%1 のオプション</translation>
    </message>
    <message>
        <source>Export this view…</source>
        <translation>この表示を書き出す…</translation>
    </message>
    <message>
        <source>%1 Another program made this study: it can be looked at, not run.</source>
        <translation>%1 このスタディは別のプログラムが作成したため、見ることはできますが、実行はできません。</translation>
    </message>
</context>
<context>
    <name>reweigh::ParallelPanel</name>
    <message>
        <source>Parallel coordinates</source>
        <translation>平行座標</translation>
    </message>
    <message>
        <source>Top 10 %</source>
        <translation>上位 10 %</translation>
    </message>
    <message>
        <source>Brush the best tenth of the complete trials</source>
        <translation>完了した試行の上位一割を選ぶ</translation>
    </message>
    <message>
        <source>All trials</source>
        <translation>すべての試行</translation>
    </message>
    <message>
        <source>Clear every brush and filter (Esc)</source>
        <translation>すべての選択と絞り込みを解除 (Esc)</translation>
    </message>
    <message>
        <source>Every complete trial as a line over its parameters and its value. It begins with the first complete trial.</source>
        <translation>完了した各試行を、パラメーターと値を通る線で表します。最初の完了した試行から始まります。</translation>
    </message>
    <message numerus="yes">
        <source>%1, as lines over %n axes.</source>
        <translation>
            <numerusform>%1、%n 本の軸を通る線。</numerusform>
        </translation>
    </message>
    <message>
        <source>Columns as axes</source>
        <translation>列を軸にする</translation>
    </message>
    <message numerus="yes">
        <source>%Ln complete trial(s)</source>
        <translation>
            <numerusform>完了した試行 %Ln 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln complete trial(s) · brushed: %1</source>
        <translation>
            <numerusform>完了した試行 %Ln 件 · 選択: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln complete trial(s) · filtered: %1</source>
        <translation>
            <numerusform>完了した試行 %Ln 件 · 絞り込み: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::ParallelPlot</name>
    <message>
        <source>%1: not brushed</source>
        <translation>%1: 選択なし</translation>
    </message>
    <message>
        <source>%1: brushed from %2 to %3</source>
        <translation>%1: %2 から %3 を選択</translation>
    </message>
    <message>
        <source>trial %1: %2</source>
        <translation>試行 %1: %2</translation>
    </message>
    <message>
        <source>none</source>
        <comment>a trial lacks this parameter</comment>
        <translation>なし</translation>
    </message>
    <message>
        <source>+%1 more</source>
        <comment>values of an axis that are not written</comment>
        <translation>他 %1 件</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>an axis, the names of its numbers</comment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>reweigh::PhaseMapPanel</name>
    <message>
        <source>Phase map</source>
        <translation>相図</translation>
    </message>
    <message>
        <source>Gain of one variant over another by two settings</source>
        <translation>二つの設定ごとの、バリアント間の利得</translation>
    </message>
    <message>
        <source>Variant whose gain is shown</source>
        <translation>利得を示すバリアント</translation>
    </message>
    <message>
        <source>Variant that it is compared with</source>
        <translation>比べる相手のバリアント</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>Setting from left to right</source>
        <translation>左から右への設定</translation>
    </message>
    <message>
        <source>Setting from bottom to top</source>
        <translation>下から上への設定</translation>
    </message>
    <message>
        <source>Value of %1</source>
        <translation>%1 の値</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>setting, value</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>The gain of one variant over another will be here, over two settings of a plan: where it helps, and where that is open.</source>
        <translation>計画の二つの設定にわたる、バリアント間の利得がここに表示されます。どこで役立ち、どこが未決かがわかります。</translation>
    </message>
    <message>
        <source>A map compares two variants; this plan has one.</source>
        <translation>マップは二つのバリアントを比べます。この計画には一つしかありません。</translation>
    </message>
    <message>
        <source>A map needs two settings that differ between cells; this plan has fewer.</source>
        <translation>マップにはセルの間で異なる設定が二つ必要です。この計画には足りません。</translation>
    </message>
    <message>
        <source>%1, points, 95 % · hatched: not decided, Holm over the map</source>
        <translation>%1、ポイント、95 % · 斜線: 未決、マップ全体で Holm 補正</translation>
    </message>
    <message>
        <source>%1, 95 % · hatched: not decided, Holm over the map</source>
        <translation>%1、95 % · 斜線: 未決、マップ全体で Holm 補正</translation>
    </message>
    <message>
        <source>Difference %1 − %2. Blue, ✓: %1 is better; orange, ✕: worse.</source>
        <translation>差 %1 − %2。青、✓: %1 が優れる。橙、✕: 劣る。</translation>
    </message>
    <message>
        <source>There is no map yet.</source>
        <translation>マップはまだありません。</translation>
    </message>
</context>
<context>
    <name>reweigh::PlanPanel</name>
    <message>
        <source>plan %1</source>
        <translation>計画 %1</translation>
    </message>
    <message>
        <source>%1 It is read again when the file changes.</source>
        <comment>an error</comment>
        <translation>%1 ファイルが変わると読み直します。</translation>
    </message>
    <message>
        <source>%1 is being read.</source>
        <translation>%1 を読んでいます。</translation>
    </message>
    <message>
        <source>%1 Open a plan file: File &gt; Open, or reweigh PLAN.json.</source>
        <comment>what will be here</comment>
        <translation>%1 計画ファイルを開いてください: ファイル &gt; 開く、または reweigh PLAN.json。</translation>
    </message>
    <message>
        <source>%1 has not begun: nothing of it is stored yet.</source>
        <translation>%1 はまだ始まっておらず、何も保存されていません。</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n cell(s)</source>
        <comment>a plan</comment>
        <translation>
            <numerusform>%1 · セル %n 個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 (%2 of %n cell(s))</source>
        <comment>what figures stand on</comment>
        <translation>
            <numerusform>%1 (%n セル中 %2)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::PlanRunBar</name>
    <message>
        <source>Trainings of the plan that are done</source>
        <translation>計画の終わった学習</translation>
    </message>
    <message>
        <source>Finish the step, write checkpoints and end; the next run continues there</source>
        <translation>ステップを終え、チェックポイントを書いて終了します。次の実行はそこから続きます</translation>
    </message>
    <message>
        <source>about %1, %2 at once</source>
        <comment>time, trainings</comment>
        <translation>約 %1、同時に %2 件</translation>
    </message>
    <message>
        <source>about %1, one at a time</source>
        <comment>time</comment>
        <translation>約 %1、一件ずつ</translation>
    </message>
    <message>
        <source>Nothing is missing</source>
        <translation>足りないものはありません</translation>
    </message>
    <message numerus="yes">
        <source>Run what is missing (%n training(s))</source>
        <translation>
            <numerusform>足りないものを実行 (学習 %n 回)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Run what is missing (%n training(s), %1)</source>
        <translation>
            <numerusform>足りないものを実行 (学習 %n 回、%1)</numerusform>
        </translation>
    </message>
    <message>
        <source>Every search and every training of the plan is done</source>
        <translation>計画の探索と学習はすべて終わっています</translation>
    </message>
    <message>
        <source>Trials of searches and trainings of variants; how long they take is known once one is stored</source>
        <translation>探索の試行とバリアントの学習。所要時間は一つ保存されるとわかります</translation>
    </message>
    <message>
        <source>Trials of searches and trainings of variants; the time is estimated from those that are stored</source>
        <translation>探索の試行とバリアントの学習。時間は保存されたものからの推定です</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>中止しています…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>中止</translation>
    </message>
    <message>
        <source>Stop the plan</source>
        <translation>計画を停止</translation>
    </message>
    <message>
        <source>Trainings at once</source>
        <translation>同時に動かす学習</translation>
    </message>
    <message>
        <source>How many trainings run side by side; the results are the same for any number. May be changed while the plan runs: applies when the next training begins.</source>
        <translation>並べて動かす学習の数。結果はどの数でも同じです。実行中に変えられ、次の学習から有効です。</translation>
    </message>
    <message>
        <source>at once: </source>
        <comment>number of trainings</comment>
        <translation>同時に: </translation>
    </message>
    <message>
        <source>Nothing more can be run</source>
        <translation>これ以上は実行できません</translation>
    </message>
    <message>
        <source>What is missing cannot be made: the list of cells says why</source>
        <translation>足りないものは作れません。理由はセルの一覧にあります</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %Ln training(s)</source>
        <translation>
            <numerusform>学習 %Ln 回中 %1 回</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>設定</translation>
    </message>
    <message>
        <source>System</source>
        <translation>システム</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>明るい</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>暗い</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>配色(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>言語(&amp;L)</translation>
    </message>
    <message>
        <source>A new language applies from the next start.</source>
        <translation>言語の変更は次の起動から有効です。</translation>
    </message>
    <message>
        <source>&amp;Device of new studies</source>
        <translation>新しいスタディのデバイス(&amp;D)</translation>
    </message>
</context>
<context>
    <name>reweigh::RankPanel</name>
    <message>
        <source>Rank</source>
        <translation>順位</translation>
    </message>
    <message>
        <source>Across</source>
        <translation>横</translation>
    </message>
    <message>
        <source>Upwards</source>
        <translation>縦</translation>
    </message>
    <message>
        <source>Every trial over two quantities, coloured by its rank. It begins with the first complete trial.</source>
        <translation>二つの量の上に各試行を順位の色で示します。最初の試行が完了すると始まります。</translation>
    </message>
    <message>
        <source>trial %1: rank %2 of %3, %4</source>
        <comment>number, its rank, number of trials, the trial&apos;s value</comment>
        <translation>試行 %1: %3 件中 %2 位、%4</translation>
    </message>
    <message numerus="yes">
        <source>%n trial(s) over %1 and %2. The best: trial %3.</source>
        <translation>
            <numerusform>%1 と %2 の上の試行 %n 件。最良は試行 %3。</numerusform>
        </translation>
    </message>
    <message>
        <source>Pareto front</source>
        <translation>パレートフロント</translation>
    </message>
    <message>
        <source>Every trial over two objectives, with the Pareto front. It begins with the first complete trial.</source>
        <translation>二つの目的の上に各試行とパレートフロントを示します。最初の試行が完了すると始まります。</translation>
    </message>
    <message>
        <source>trial %1: %2 %3, %4 %5</source>
        <comment>number, a quantity, its value, another quantity, its value</comment>
        <translation>試行 %1: %2 %3、%4 %5</translation>
    </message>
    <message>
        <source>%1, on the Pareto front</source>
        <comment>what is said of the trial</comment>
        <translation>%1、パレートフロント上</translation>
    </message>
    <message numerus="yes">
        <source>%n trial(s) over %1 and %2, %3 of them on the Pareto front.</source>
        <translation>
            <numerusform>%1 と %2 の上の試行 %n 件、そのうち %3 件がパレートフロント上。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln trial(s), %1 on the Pareto front</source>
        <translation>
            <numerusform>試行 %Ln 件、パレートフロント上 %1 件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln trial(s), the lighter the better</source>
        <translation>
            <numerusform>試行 %Ln 件、明るいほど良い</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln trial(s), the darker the better</source>
        <translation>
            <numerusform>試行 %Ln 件、暗いほど良い</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::RecallPanel</name>
    <message>
        <source>Recall by class</source>
        <translation>クラスごとの再現率</translation>
    </message>
    <message>
        <source>test recall</source>
        <translation>テストの再現率</translation>
    </message>
    <message>
        <source>Each variant&apos;s test recall of every class will be here, the smallest class at the right.</source>
        <translation>各バリアントのクラスごとのテスト再現率がここに表示されます。最も小さいクラスが右です。</translation>
    </message>
    <message>
        <source>No variant has been tested yet.</source>
        <translation>テストされたバリアントはまだありません。</translation>
    </message>
    <message>
        <source>%1: %2 % of %3, %4 % of %5</source>
        <comment>variant, recall, class, recall, class</comment>
        <translation>%1: %3 の %2 %、%5 の %4 %</translation>
    </message>
    <message numerus="yes">
        <source>smallest class at the right · mean of %n seed(s) · band: 95 % Student t</source>
        <translation>
            <numerusform>最も小さいクラスが右 · シード %n 個の平均 · 帯: 95 % Student t</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>classes in the set&apos;s order · mean of %n seed(s) · band: 95 % Student t</source>
        <translation>
            <numerusform>クラスはデータセットの順 · シード %n 個の平均 · 帯: 95 % Student t</numerusform>
        </translation>
    </message>
    <message>
        <source>class</source>
        <translation>クラス</translation>
    </message>
    <message>
        <source>The recall of classes is drawn from the folders of the compared runs, which are not beside this study.</source>
        <translation>クラスごとの再現率は比較した学習のフォルダーから描かれますが、それがこのスタディの隣にありません。</translation>
    </message>
</context>
<context>
    <name>reweigh::RecentStudies</name>
    <message>
        <source>Continue with</source>
        <translation>続ける</translation>
    </message>
</context>
<context>
    <name>reweigh::RecipePanel</name>
    <message>
        <source>Recipe</source>
        <translation>レシピ</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>プリセット</translation>
    </message>
    <message>
        <source>Preset: %1</source>
        <translation>プリセット: %1</translation>
    </message>
    <message>
        <source>Preset %1</source>
        <translation>プリセット %1</translation>
    </message>
    <message>
        <source>%1 train, %2 test, %3 classes, %4 × %5</source>
        <translation>学習 %1、テスト %2、クラス %3、%4 × %5</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Reading the data set…</source>
        <translation>データセットを読み込み中…</translation>
    </message>
    <message>
        <source>fingerprint %1</source>
        <translation>フィンガープリント %1</translation>
    </message>
    <message>
        <source>Copy the recipe&apos;s fingerprint %1</source>
        <translation>レシピのフィンガープリント %1 をコピー</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>コピーしました</translation>
    </message>
    <message>
        <source>Fingerprint of the prepared data: the same code means the same images and labels on any machine. A click copies it.</source>
        <translation>準備したデータのフィンガープリント。同じコードなら、どのマシンでも同じ画像とラベルです。クリックでコピーします。</translation>
    </message>
    <message>
        <source>Change %1</source>
        <translation>%1 を変更</translation>
    </message>
    <message>
        <source>Shows which, with the reason of each</source>
        <translation>どの画像かを、それぞれの理由とともに表示します</translation>
    </message>
    <message>
        <source>Images that cannot be read: %1…</source>
        <translation>読み込めない画像: %1…</translation>
    </message>
</context>
<context>
    <name>reweigh::ResumeBanner</name>
    <message>
        <source>Interrupted studies</source>
        <translation>中断したスタディ</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>再開</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>今はしない</translation>
    </message>
    <message numerus="yes">
        <source>%n trial(s) of %1 were interrupted and can be continued where they were.</source>
        <translation>
            <numerusform>%1 の試行 %n 件が中断しました。続きから再開できます。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::RunActions</name>
    <message>
        <source>Run</source>
        <translation>実行</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Stop now</source>
        <translation>今すぐ停止</translation>
    </message>
    <message>
        <source>Stop after this epoch</source>
        <translation>このエポックの後で停止</translation>
    </message>
    <message>
        <source>Another process is running this study; this window shows its progress.</source>
        <translation>別のプロセスがこのスタディを実行中です。このウィンドウに進行状況が表示されます。</translation>
    </message>
    <message>
        <source>This study was not made by Reweigh: it can be looked at, not run.</source>
        <translation>このスタディは Reweigh で作られたものではありません。見ることはできますが実行はできません。</translation>
    </message>
    <message>
        <source>Run the study until its budget is spent (F5)</source>
        <translation>予算を使い切るまでスタディを実行 (F5)</translation>
    </message>
    <message>
        <source>Pausing…</source>
        <translation>一時停止中…</translation>
    </message>
    <message>
        <source>Finish the step, write a checkpoint and wait (Space)</source>
        <translation>ステップを終え、チェックポイントを書いて待つ (スペース)</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>停止中…</translation>
    </message>
    <message>
        <source>Finish the step, write a checkpoint and end (Shift+F5)</source>
        <translation>ステップを終え、チェックポイントを書いて終わる (Shift+F5)</translation>
    </message>
    <message>
        <source>The plan is running this study; this window shows its progress.</source>
        <translation>計画がこのスタディを実行中です。この画面は進み具合を表示します。</translation>
    </message>
    <message>
        <source>Choose a study first.</source>
        <translation>先にスタディを選んでください。</translation>
    </message>
    <message>
        <source>The data set is not here yet; the panel Recipe gets it.</source>
        <translation>データセットがまだありません。「レシピ」パネルで入手できます。</translation>
    </message>
    <message>
        <source>%1 (F5)</source>
        <translation>%1 (F5)</translation>
    </message>
    <message>
        <source>The study&apos;s file has not been read; where it cannot be, the log says why.</source>
        <translation>スタディのファイルはまだ読み込まれていません。読み込めない場合は、ログに理由が示されます。</translation>
    </message>
    <message>
        <source>Start a new study</source>
        <translation>新しいスタディを始める</translation>
    </message>
    <message>
        <source>Resume %1 (F5)</source>
        <translation>%1 を再開 (F5)</translation>
    </message>
    <message>
        <source>The plan is run by the button in the panel Hypotheses; studies are run in the other layouts.</source>
        <translation>計画は「仮説」パネルのボタンで実行します。スタディは他のレイアウトで実行します。</translation>
    </message>
    <message numerus="yes">
        <source>%1; the comparison lacks %n training(s): Compare, Queue the missing runs</source>
        <translation>
            <numerusform>%1。比較には学習が %n 回足りません:「比較」の「足りない実行を追加」</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1; the comparison lacks %n training(s): Study, Compare…</source>
        <translation>
            <numerusform>%1。比較には学習が %n 回足りません:「スタディ」の「比較…」</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a study, and what is done to it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The plan is stopped by the button in the panel Hypotheses.</source>
        <translation>計画は「仮説」パネルのボタンで停止します。</translation>
    </message>
</context>
<context>
    <name>reweigh::RunLogWriter</name>
    <message>
        <source>%1 trains on %2 in %3.</source>
        <translation>%1 は %2 上で %3 で学習します。</translation>
    </message>
    <message>
        <source>%1 trains on %2 in %3: %4</source>
        <translation>%1 は %2 上で %3 で学習します: %4</translation>
    </message>
    <message>
        <source>%1: the comparison is done.</source>
        <translation>%1: 比較が終わりました。</translation>
    </message>
    <message>
        <source>%1: the search is done. Best so far: trial %2 with %3.</source>
        <translation>%1: 探索が終わりました。最良は試行 %2 の %3 です。</translation>
    </message>
    <message>
        <source>%1: the search is done.</source>
        <translation>%1: 探索が終わりました。</translation>
    </message>
    <message>
        <source>%1: a training began anew, for its checkpoint was damaged (%2). The damaged file is kept as %3.</source>
        <translation>%1: チェックポイントが壊れていたため (%2)、学習を最初からやり直しました。壊れたファイルは %3 として残してあります。</translation>
    </message>
    <message>
        <source>%1: a training went on from the checkpoint before its newest, which was damaged (%2). The damaged file is kept as %3.</source>
        <translation>%1: 最新のチェックポイントが破損していたため（%2）、学習を一つ前のチェックポイントから続けました。破損したファイルは %3 として残してあります。</translation>
    </message>
</context>
<context>
    <name>reweigh::SampleCard</name>
    <message>
        <source>Large view of an image</source>
        <translation>画像の拡大表示</translation>
    </message>
    <message>
        <source>Right (R)</source>
        <translation>正しい (R)</translation>
    </message>
    <message>
        <source>Wrong (W)</source>
        <translation>誤り (W)</translation>
    </message>
    <message>
        <source>Unsure (U)</source>
        <translation>不明 (U)</translation>
    </message>
    <message>
        <source>Undo mark</source>
        <translation>印を取り消す</translation>
    </message>
    <message>
        <source>Take the last mark back (Backspace)</source>
        <translation>最後の印を取り消します (Backspace)</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>フォルダーで表示</translation>
    </message>
    <message>
        <source>Show the image in the file manager</source>
        <translation>画像をファイルマネージャーで表示</translation>
    </message>
</context>
<context>
    <name>reweigh::SampleGrid</name>
    <message>
        <source>truly %1</source>
        <translation>真: %1</translation>
    </message>
    <message>
        <source>Image %1: truly %2, labelled %3</source>
        <translation>画像 %1: 真 %2、ラベル %3</translation>
    </message>
    <message>
        <source>came as %1</source>
        <translation>元: %1</translation>
    </message>
    <message>
        <source>Image %1: came as %2, labelled %3</source>
        <translation>画像 %1: 元 %2、観測ラベル %3</translation>
    </message>
</context>
<context>
    <name>reweigh::SamplesPanel</name>
    <message>
        <source>Samples</source>
        <translation>サンプル</translation>
    </message>
    <message>
        <source>Observed label of the images shown</source>
        <translation>表示する画像の観測ラベル</translation>
    </message>
    <message>
        <source>Training images</source>
        <translation>学習画像</translation>
    </message>
    <message>
        <source>truly %1, labelled %2 · %3</source>
        <translation>真 %1、観測ラベル %2 · %3</translation>
    </message>
    <message>
        <source>observed label · %1</source>
        <translation>観測ラベル · %1</translation>
    </message>
    <message>
        <source>came as %1, labelled %2 · %3</source>
        <translation>元 %1、観測ラベル %2 · %3</translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s); the label of %1 is right. %2</source>
        <translation>
            <numerusform>画像 %Ln 枚、%1 枚のラベルが正しい。%2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln image(s); the label of %1 is the one that it came with. %2</source>
        <translation>
            <numerusform>画像 %Ln 枚、うち %1 枚は元のラベルのままです。%2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::SearchPanel</name>
    <message>
        <source>Search</source>
        <translation>探索</translation>
    </message>
    <message>
        <source>Trials at once</source>
        <translation>同時に動かす試行</translation>
    </message>
    <message>
        <source>How many trials run side by side. May be changed while the study runs: applies when the next trial begins.</source>
        <translation>並べて動かす試行の数。実行中に変えられ、次の試行から有効です。</translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation>隠れ層</translation>
    </message>
    <message>
        <source>Nodes per layer, log</source>
        <translation>層のノード数、対数</translation>
    </message>
    <message>
        <source>Meta learning rate, log</source>
        <translation>メタ学習率、対数</translation>
    </message>
    <message numerus="yes">
        <source>%Ln trial(s)</source>
        <translation>
            <numerusform>%Ln 試行</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::SeedRowsView</name>
    <message>
        <source>%1 points</source>
        <translation>%1 ポイント</translation>
    </message>
    <message>
        <source>mean ± half-width (n)</source>
        <translation>平均 ± 半幅 (n)</translation>
    </message>
    <message>
        <source>%1: %2
Seeds: %3</source>
        <translation>%1: %2
シード: %3</translation>
    </message>
    <message>
        <source>Variants, their seeds and means</source>
        <translation>バリアントとシードと平均</translation>
    </message>
    <message>
        <source>minus %1</source>
        <translation>%1 との差</translation>
    </message>
    <message>
        <source>%1
Minus %2, in points: %3</source>
        <translation>%1
%2 との差 (ポイント): %3</translation>
    </message>
</context>
<context>
    <name>reweigh::SlicePanel</name>
    <message>
        <source>By parameter</source>
        <translation>パラメーター別</translation>
    </message>
    <message>
        <source>Parameter</source>
        <translation>パラメーター</translation>
    </message>
    <message>
        <source>Every trial&apos;s value along one parameter. It begins with the first complete trial.</source>
        <translation>一つのパラメーターに沿った各試行の値。最初の完了した試行から始まります。</translation>
    </message>
    <message>
        <source>By %1</source>
        <comment>a parameter</comment>
        <translation>%1 別</translation>
    </message>
    <message>
        <source>every trial, median</source>
        <translation>各試行、中央値</translation>
    </message>
    <message>
        <source>trial %1: %2, %3</source>
        <comment>number, parameter&apos;s value, trial&apos;s value</comment>
        <translation>試行 %1: %2、%3</translation>
    </message>
    <message numerus="yes">
        <source>%n trial(s) by %1: medians from %2 to %3.</source>
        <translation>
            <numerusform>試行 %n 件、%1 別: 中央値は %2 から %3。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::StartPage</name>
    <message>
        <source>Choose label noise and class imbalance, watch Meta-Weight-Net learn its weights under them, and search its architecture.</source>
        <translation>ラベルノイズとクラス不均衡を選び、そのもとで Meta-Weight-Net が重みを学ぶ様子を見て、その構造を探索します。</translation>
    </message>
    <message>
        <source>New study</source>
        <translation>新しいスタディ</translation>
    </message>
    <message>
        <source>Choose data, noise, imbalance, model and search yourself</source>
        <translation>データ、ノイズ、不均衡、モデル、探索を自分で選ぶ</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>開く…</translation>
    </message>
    <message>
        <source>A study of Reweigh or of Optuna, running or finished</source>
        <translation>Reweigh または Optuna のスタディ (実行中でも終了後でも)</translation>
    </message>
    <message>
        <source>Try the 5-minute demo</source>
        <translation>5 分のデモを試す</translation>
    </message>
    <message>
        <source>Fashion-MNIST, label noise rate 0.4, the largest class 50 times the size of the smallest. A search (trials: %1), then a comparison (trainings: up to %2); the five minutes are for both</source>
        <translation>Fashion-MNIST、ラベルのノイズ率 0.4、最大のクラスは最小のクラスの 50 倍。探索 (試行: %1) の後、比較 (学習: 最大 %2)。5 分は両方の合計です</translation>
    </message>
</context>
<context>
    <name>reweigh::StatusLine</name>
    <message>
        <source>Share of the study&apos;s trials that is done</source>
        <translation>スタディの試行のうち完了した割合</translation>
    </message>
    <message>
        <source>Fingerprint of the data recipe; click to copy it</source>
        <translation>データレシピのフィンガープリント。クリックでコピーします</translation>
    </message>
    <message>
        <source>recipe %1</source>
        <translation>レシピ %1</translation>
    </message>
    <message>
        <source>Recipe fingerprint %1, copy</source>
        <translation>レシピのフィンガープリント %1 をコピー</translation>
    </message>
    <message>
        <source>%1
Click to see the log</source>
        <translation>%1
クリックでログを表示</translation>
    </message>
    <message>
        <source>Newest problem: %1</source>
        <translation>最新の問題: %1</translation>
    </message>
    <message>
        <source>Share of the plan&apos;s trainings that is done</source>
        <translation>計画の学習のうち完了した割合</translation>
    </message>
    <message>
        <source>Share of the comparison&apos;s trainings that is done</source>
        <translation>比較の学習のうち完了した割合</translation>
    </message>
</context>
<context>
    <name>reweigh::StudyActions</name>
    <message>
        <source>Measure cost</source>
        <translation>費用を測る</translation>
    </message>
    <message>
        <source>Needs a complete trial, and nothing that runs</source>
        <translation>完了した試行が必要で、何も実行中でないこと</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>比較…</translation>
    </message>
    <message>
        <source>Train the best network and its controls with the same fresh seeds</source>
        <translation>最良のネットワークとその対照を同じ新しいシードで学習します</translation>
    </message>
    <message>
        <source>This study was not made by Reweigh: it can be looked at, not compared.</source>
        <translation>このスタディは Reweigh で作成されたものではありません。見ることはできますが、比較はできません。</translation>
    </message>
</context>
<context>
    <name>reweigh::StudyTabs</name>
    <message>
        <source>Open studies</source>
        <translation>開いているスタディ</translation>
    </message>
    <message>
        <source>%1 is running</source>
        <comment>a study</comment>
        <translation>%1 は実行中です</translation>
    </message>
    <message>
        <source>%1 is paused</source>
        <comment>a study</comment>
        <translation>%1 は一時停止中です</translation>
    </message>
</context>
<context>
    <name>reweigh::TextEditor</name>
    <message>
        <source>Choose: %1</source>
        <translation>選択: %1</translation>
    </message>
    <message>
        <source>Tables (*.csv *.txt);;All files (*)</source>
        <translation>表 (*.csv *.txt);;すべてのファイル (*)</translation>
    </message>
</context>
<context>
    <name>reweigh::TimelinePanel</name>
    <message>
        <source>Timeline</source>
        <translation>タイムライン</translation>
    </message>
    <message>
        <source>When each trial ran, and how many at once. It begins with the first trial.</source>
        <translation>各試行がいつ実行され、同時に何件あったかを示します。最初の試行で始まります。</translation>
    </message>
    <message>
        <source>hours since the first trial began</source>
        <translation>最初の試行の開始からの時間</translation>
    </message>
    <message>
        <source>minutes since the first trial began</source>
        <translation>最初の試行の開始からの分</translation>
    </message>
    <message>
        <source>seconds since the first trial began</source>
        <translation>最初の試行の開始からの秒</translation>
    </message>
    <message>
        <source>trials at once</source>
        <translation>同時の試行</translation>
    </message>
    <message>
        <source>at most %1 at once, %2 % of the time used</source>
        <translation>同時に最大 %1 件、時間の %2 % を使用</translation>
    </message>
    <message>
        <source>trial %1: pruned after %2 s</source>
        <translation>試行 %1: %2 秒で枝刈り</translation>
    </message>
    <message>
        <source>trial %1: failed after %2 s</source>
        <translation>試行 %1: %2 秒で失敗</translation>
    </message>
    <message>
        <source>trial %1: running for %2 s</source>
        <translation>試行 %1: 実行中 %2 秒</translation>
    </message>
    <message>
        <source>trial %1: done in %2 s</source>
        <translation>試行 %1: %2 秒で完了</translation>
    </message>
    <message>
        <source>No trial yet.</source>
        <translation>試行はまだありません。</translation>
    </message>
    <message numerus="yes">
        <source>%n trial(s) over time: %1.</source>
        <translation>
            <numerusform>試行 %n 件の時間経過: %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>at most %1 at once · whether a trial was interrupted is not stored</source>
        <translation>同時に最大 %1 件 · 試行が中断されたかどうかは保存されていません</translation>
    </message>
    <message>
        <source>%1 · %2 without times</source>
        <translation>%1 · 時刻なし %2 件</translation>
    </message>
</context>
<context>
    <name>reweigh::TrainingPanel</name>
    <message>
        <source>Training</source>
        <translation>学習</translation>
    </message>
    <message>
        <source>of every trial</source>
        <translation>各試行の設定</translation>
    </message>
</context>
<context>
    <name>reweigh::TransferPanel</name>
    <message>
        <source>Transfer</source>
        <translation>転移</translation>
    </message>
    <message>
        <source>Networks found in one cell and trained in another</source>
        <translation>あるセルで見つけ、別のセルで学習したネットワーク</translation>
    </message>
    <message>
        <source>How networks that a search found in one cell do in the others will be here.</source>
        <translation>あるセルの探索で見つけたネットワークの、ほかのセルでの成績がここに表示されます。</translation>
    </message>
    <message>
        <source>This plan has no transfers: &quot;transfer&quot;: true in its file trains the networks that one cell found in the others.</source>
        <translation>この計画に転移はありません。ファイルに &quot;transfer&quot;: true と書くと、あるセルのネットワークをほかのセルで学習します。</translation>
    </message>
    <message>
        <source>test accuracy minus that of the cell&apos;s own network, points, 95 % · hatched: not decided, Holm over the matrix</source>
        <translation>テスト精度 − セル自身のネットワークの精度、ポイント、95 % · 斜線: 未決、行列全体で Holm 補正</translation>
    </message>
    <message>
        <source>There is no matrix yet.</source>
        <translation>行列はまだありません。</translation>
    </message>
</context>
<context>
    <name>reweigh::TrialActions</name>
    <message>
        <source>Star (*)</source>
        <translation>星 (*)</translation>
    </message>
    <message>
        <source>Copy command line</source>
        <translation>コマンド行をコピー</translation>
    </message>
    <message>
        <source>Copy JSON</source>
        <translation>JSON をコピー</translation>
    </message>
    <message>
        <source>Copy as rows</source>
        <translation>行としてコピー</translation>
    </message>
    <message>
        <source>Filter to selection</source>
        <translation>選択したものに絞り込む</translation>
    </message>
    <message>
        <source>Show all trials</source>
        <translation>すべての試行を表示</translation>
    </message>
    <message>
        <source>Show in weight curve</source>
        <translation>重み曲線で表示</translation>
    </message>
    <message numerus="yes">
        <source>Star %n trial(s)</source>
        <translation>
            <numerusform>試行 %n 件に星を付ける</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take the star from %n trial(s)</source>
        <translation>
            <numerusform>試行 %n 件の星を外す</numerusform>
        </translation>
    </message>
    <message>
        <source>The command line that retrains trial %1 is copied.</source>
        <translation>試行 %1 を学習し直すコマンド行をコピーしました。</translation>
    </message>
    <message>
        <source>Trial %1 is copied as JSON.</source>
        <translation>試行 %1 を JSON でコピーしました。</translation>
    </message>
    <message numerus="yes">
        <source>%n trial(s) are copied as rows.</source>
        <translation>
            <numerusform>試行 %n 件を行としてコピーしました。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::TrialFilterBar</name>
    <message>
        <source>Show trials that are: %1</source>
        <translation>次の状態の試行を表示: %1</translation>
    </message>
    <message>
        <source>Show starred trials only</source>
        <translation>星付きの試行だけを表示</translation>
    </message>
    <message>
        <source>Show trials with this tag only</source>
        <translation>このタグの試行だけを表示</translation>
    </message>
    <message>
        <source>any tag</source>
        <translation>すべてのタグ</translation>
    </message>
</context>
<context>
    <name>reweigh::TrialFilterLine</name>
    <message>
        <source>Filter trials</source>
        <translation>試行を絞り込む</translation>
    </message>
    <message>
        <source>Filter: value&gt;0.8 state:done layers:2 input:label tag:… words</source>
        <translation>絞り込み: value&gt;0.8 state:done layers:2 input:label tag:… 言葉</translation>
    </message>
    <message>
        <source>&lt;p&gt;Trials that meet every part are shown in every view. Words: the row contains them. &lt;tt&gt;value&amp;gt;0.8&lt;/tt&gt;, &lt;tt&gt;value:0.4..0.5&lt;/tt&gt;, &lt;tt&gt;state:pruned,failed&lt;/tt&gt;, &lt;tt&gt;#9&lt;/tt&gt;, &lt;tt&gt;input:loss+label&lt;/tt&gt;, &lt;tt&gt;tag:*&lt;/tt&gt;; a - in front turns a part round. Ctrl+Space lists what can be written.&lt;/p&gt;</source>
        <translation>&lt;p&gt;すべての条件を満たす試行が、どの表示にも出ます。言葉: 行に含まれるもの。&lt;tt&gt;value&amp;gt;0.8&lt;/tt&gt;、&lt;tt&gt;value:0.4..0.5&lt;/tt&gt;、&lt;tt&gt;state:pruned,failed&lt;/tt&gt;、&lt;tt&gt;#9&lt;/tt&gt;、&lt;tt&gt;input:loss+label&lt;/tt&gt;、&lt;tt&gt;tag:*&lt;/tt&gt;。前に - を付けると逆になります。Ctrl+スペースで書けるものを一覧します。&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Kept</source>
        <translation>保存済み</translation>
    </message>
    <message>
        <source>Kept filters</source>
        <translation>保存したフィルター</translation>
    </message>
    <message>
        <source>No filter is kept yet</source>
        <translation>保存したフィルターはまだありません</translation>
    </message>
    <message>
        <source>Keep this filter</source>
        <translation>このフィルターを保存</translation>
    </message>
    <message>
        <source>Forget a filter</source>
        <translation>フィルターを削除</translation>
    </message>
    <message>
        <source>%1 Every trial is shown until the filter is right.</source>
        <comment>what is wrong with the filter</comment>
        <translation>%1 フィルターが正しくなるまで、すべての試行を表示します。</translation>
    </message>
</context>
<context>
    <name>reweigh::TrialListPanel</name>
    <message>
        <source>Trials</source>
        <translation>試行</translation>
    </message>
    <message>
        <source>Trials by number</source>
        <translation>番号順の試行</translation>
    </message>
    <message>
        <source>Trials will stand here as they begin.</source>
        <translation>試行は始まるとここに並びます。</translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>%2 件中 %1 件を表示</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 中 %1</translation>
    </message>
    <message>
        <source>No trial yet.</source>
        <translation>試行はまだありません。</translation>
    </message>
    <message numerus="yes">
        <source>%n trial(s) begun.</source>
        <translation>
            <numerusform>試行 %n 件が始まりました。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The filter keeps none of the %n trial(s).</source>
        <translation>
            <numerusform>フィルターで残る試行は %n 件のうち 1 件もありません。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::TrialTableModel</name>
    <message>
        <source>starred</source>
        <translation>星付き</translation>
    </message>
    <message>
        <source>not starred</source>
        <translation>星なし</translation>
    </message>
    <message>
        <source>Star trial %1</source>
        <translation>試行 %1 に星を付ける</translation>
    </message>
    <message>
        <source>Take the star from trial %1</source>
        <translation>試行 %1 の星を外す</translation>
    </message>
    <message>
        <source>Tags of trial %1</source>
        <translation>試行 %1 のタグ</translation>
    </message>
    <message>
        <source>Note on trial %1</source>
        <translation>試行 %1 のメモ</translation>
    </message>
    <message>
        <source>%1
value: %2</source>
        <comment>a trial in words, what its value is</comment>
        <translation>%1
値: %2</translation>
    </message>
</context>
<context>
    <name>reweigh::TrialsPanel</name>
    <message>
        <source>Trials</source>
        <translation>試行</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Trials of the study</source>
        <translation>スタディの試行</translation>
    </message>
    <message>
        <source>Every trial of the search will stand here: its network, its value, and what you note on it.</source>
        <translation>探索の各試行がここに表示されます。ネットワーク、値、あなたのメモです。</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <comment>counts · brush</comment>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>%1 · %2 shown</source>
        <translation>%1 · %2 件を表示</translation>
    </message>
    <message>
        <source>No trial yet.</source>
        <translation>試行はまだありません。</translation>
    </message>
    <message>
        <source>Trials: %1. Best: trial %2 with %3.</source>
        <translation>試行: %1。最良: 試行 %2 の %3。</translation>
    </message>
    <message>
        <source>Trials: %1.</source>
        <translation>試行: %1。</translation>
    </message>
</context>
<context>
    <name>reweigh::VariantCurvesPanel</name>
    <message>
        <source>Weight curves</source>
        <translation>重み曲線</translation>
    </message>
    <message>
        <source>The weight that each variant learned to give a sample, over the sample&apos;s loss, will be here.</source>
        <translation>各バリアントがサンプルの損失に対して学んだ重みがここに表示されます。</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>重み</translation>
    </message>
    <message>
        <source>%1: weight %2 at loss %3, %4 at loss %5</source>
        <translation>%1: 損失 %3 で重み %2、損失 %5 で %4</translation>
    </message>
    <message>
        <source>No variant has a weight curve yet.</source>
        <translation>重み曲線のあるバリアントはまだありません。</translation>
    </message>
    <message>
        <source>loss %1</source>
        <translation>損失 %1</translation>
    </message>
    <message numerus="yes">
        <source>each variant at its last epoch · mean of %n seed(s) · band: 95 % Student t</source>
        <translation>
            <numerusform>各変種の最後のエポック · シード %n 個の平均 · 帯: 95 % Student t</numerusform>
        </translation>
    </message>
    <message>
        <source>Weight curves are drawn from the folders of the compared runs, which are not beside this study.</source>
        <translation>重みの曲線は比較した学習のフォルダーから描かれますが、それがこのスタディの隣にありません。</translation>
    </message>
</context>
<context>
    <name>reweigh::VariantsPanel</name>
    <message>
        <source>Variants</source>
        <translation>バリアント</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指標</translation>
    </message>
    <message>
        <source>What the variants are compared by</source>
        <translation>バリアントを比べる指標</translation>
    </message>
    <message>
        <source>Show the compared variants</source>
        <translation>比較したバリアントを表示</translation>
    </message>
    <message>
        <source>Chosen trials</source>
        <translation>選んだ試行</translation>
    </message>
    <message>
        <source>Show the chosen trials side by side</source>
        <translation>選んだ試行を並べて表示</translation>
    </message>
    <message>
        <source>%1 of %2 chosen trials, by the search&apos;s own metric</source>
        <translation>選んだ試行 %2 件中 %1 件 (探索の指標)</translation>
    </message>
    <message numerus="yes">
        <source>%n chosen trial(s), by the search&apos;s own metric</source>
        <translation>
            <numerusform>選んだ試行 %n 件 (探索の指標)</numerusform>
        </translation>
    </message>
    <message>
        <source>The best architecture, retrained beside its controls on fresh seeds, will be here: every seed, means with intervals, paired differences.</source>
        <translation>最良の構造を、対照と並べて新しいシードで学習し直した結果がここに表示されます。すべてのシード、区間付きの平均、対応のある差です。</translation>
    </message>
    <message>
        <source>One seed each: these figures have no interval, and the best of many trials looks better than its architecture is.</source>
        <translation>シードは一つずつです。これらの値に区間はなく、多くの試行の中の最良は、その構造の実力より良く見えます。</translation>
    </message>
    <message>
        <source>No variant has this figure yet.</source>
        <translation>この値のあるバリアントはまだありません。</translation>
    </message>
    <message>
        <source>The search has found a better trial since, %1: compare again to train that one too.</source>
        <translation>その後、探索がより良い試行 %1 を見つけました。もう一度比較すると、それも学習します。</translation>
    </message>
    <message>
        <source>Same seeds, splits and budget for every variant unless it says otherwise; the search never saw test data.</source>
        <translation>特に断りのないかぎり、どのバリアントも同じシード、分割、予算です。探索はテストデータを一度も見ていません。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>No variant has run yet.</source>
        <translation>まだ実行されたバリアントはありません。</translation>
    </message>
    <message>
        <source>%1. %2.</source>
        <comment>metric, then its rows</comment>
        <translation>%1. %2.</translation>
    </message>
    <message numerus="yes">
        <source>tick: a seed, dot: their mean, bar: its 95 % interval (Student t) · %1 · %n paired seed(s)</source>
        <comment>%1: last 5 epochs</comment>
        <translation>
            <numerusform>線: シード、点: 平均、棒: 95 % 区間 (Student t) · %1 · 対応のあるシード %n 個</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>last %n epoch(s)</source>
        <translation>
            <numerusform>最後の %n エポック</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2, minus %3: %4 points</source>
        <comment>a variant, its mean, the first variant, their difference</comment>
        <translation>%1: %2、%3 との差: %4 ポイント</translation>
    </message>
</context>
<context>
    <name>reweigh::VerdictRowsView</name>
    <message>
        <source>Differences and their verdicts</source>
        <translation>差とその判定</translation>
    </message>
</context>
<context>
    <name>reweigh::VerdictsPanel</name>
    <message>
        <source>Verdicts</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>Queue the missing runs</source>
        <translation>足りない実行を追加</translation>
    </message>
    <message numerus="yes">
        <source>%n training(s) are missing</source>
        <translation>
            <numerusform>学習 %n 回が足りません</numerusform>
        </translation>
    </message>
    <message>
        <source>A study is running: wait for it, or stop it</source>
        <translation>スタディが実行中です。待つか、停止してください</translation>
    </message>
    <message>
        <source>Seeds per variant</source>
        <translation>バリアントごとのシード</translation>
    </message>
    <message>
        <source>Fresh seeds every variant is trained with; runs that are finished are kept</source>
        <translation>各バリアントを学習する新しいシードの数。終わった実行は残ります</translation>
    </message>
    <message>
        <source>What the comparison says of each difference will be here: better, worse, or how many seeds it takes to tell.</source>
        <translation>比較が各差について言うことがここに表示されます。優れる、劣る、または判定に必要なシードの数です。</translation>
    </message>
    <message>
        <source>Every variant has its seeds: ask for more of them first</source>
        <translation>どのバリアントもシードがそろっています。増やすには先に数を変えてください</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <comment>difference, verdict, what was seen</comment>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>Nothing can be judged yet.</source>
        <translation>判定できるものはまだありません。</translation>
    </message>
    <message>
        <source>Metric of the verdicts</source>
        <translation>判定の指標</translation>
    </message>
    <message>
        <source>What the verdicts are about; choose it before you look</source>
        <translation>判定の対象。見る前に選んでください</translation>
    </message>
    <message>
        <source>Holm counts this table alone: a metric that is chosen because of what it shows is no test of it.</source>
        <translation>Holm はこの表だけを数えます。結果を見て選んだ指標は、その検定になりません。</translation>
    </message>
    <message>
        <source>%1 over the last epochs, paired over seeds, Holm over the table</source>
        <translation>%1 (最後の数エポック)、シードで対応、表全体に Holm 補正</translation>
    </message>
</context>
<context>
    <name>reweigh::VerifyPanel</name>
    <message>
        <source>Verify</source>
        <translation>確認</translation>
    </message>
    <message>
        <source>Save and use the list…</source>
        <translation>リストを保存して使う…</translation>
    </message>
    <message>
        <source>Which images are offered</source>
        <translation>表示する画像</translation>
    </message>
    <message>
        <source>Writes which images have right labels, as a file that the recipe and --clean take</source>
        <translation>ラベルの正しい画像を、レシピと --clean が読み込むファイルに書き出します</translation>
    </message>
    <message>
        <source>Export marks…</source>
        <translation>印を書き出す…</translation>
    </message>
    <message>
        <source>Import marks…</source>
        <translation>印を読み込む…</translation>
    </message>
    <message>
        <source>Import marks</source>
        <translation>印を読み込む</translation>
    </message>
    <message>
        <source>every class in turn</source>
        <translation>すべてのクラスを順番に</translation>
    </message>
    <message>
        <source>Here you check the labels of your own images. Those of this data set are known; choose a folder in Recipe.</source>
        <translation>ここでは自分の画像のラベルを確認します。このデータセットのラベルは既知です。レシピでフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>The images are being read.</source>
        <translation>画像を読み込み中です。</translation>
    </message>
    <message>
        <source>The images cannot be read; Recipe says why.</source>
        <translation>画像を読めません。理由はレシピに表示されます。</translation>
    </message>
    <message>
        <source>Every image of this class has been looked at.</source>
        <translation>このクラスの画像はすべて確認しました。</translation>
    </message>
    <message>
        <source>Nothing is left to look at here. To check more, choose a class.</source>
        <translation>確認する画像はもうありません。さらに確認するにはクラスを選んでください。</translation>
    </message>
    <message>
        <source>Is this label right: %1?</source>
        <translation>このラベルは正しいですか: %1</translation>
    </message>
    <message>
        <source>You said: %1</source>
        <translation>あなたの判定: %1</translation>
    </message>
    <message>
        <source>%1 right of %2 looked at</source>
        <translation>確認 %2 枚中 正しい %1 枚</translation>
    </message>
    <message>
        <source>%1 cannot have %2 checked images, as it has %3 at most: lower the numbers of meta and validation images per class.</source>
        <translation>%1 は最大 %3 枚なので、確認済みの画像を %2 枚にできません。クラスごとのメタ画像と検証画像の数を減らしてください。</translation>
    </message>
    <message>
        <source>Still missing: %1 · about %2 min at your pace</source>
        <translation>残り %1 枚 · 今のペースで約 %2 分</translation>
    </message>
    <message>
        <source>Save the list of checked images</source>
        <translation>確認済みの画像のリストを保存</translation>
    </message>
    <message>
        <source>Checked images</source>
        <translation>確認済みの画像</translation>
    </message>
    <message>
        <source>Export marks</source>
        <translation>印を書き出す</translation>
    </message>
    <message>
        <source>every class</source>
        <translation>全クラス</translation>
    </message>
    <message numerus="yes">
        <source>Still missing: %Ln image(s) with right labels</source>
        <translation>
            <numerusform>ラベルの正しい画像があと %Ln 枚必要です</numerusform>
        </translation>
    </message>
    <message>
        <source>Images that are held out with this list: validation %1, test %2; of the class with fewest %3 and %4.</source>
        <translation>このリストで取り分けられる画像: 検証 %1、テスト %2。最も少ないクラスでは %3 と %4。</translation>
    </message>
    <message>
        <source>Images that are held out with this list: meta %1, validation %2, test %3; of the class with fewest %4, %5 and %6.</source>
        <translation>このリストで取り分けられる画像: メタ %1、検証 %2、テスト %3。最も少ないクラスでは %4、%5、%6。</translation>
    </message>
    <message>
        <source>Every class has enough checked images for meta and validation: save the list.</source>
        <translation>すべてのクラスに、メタと検証に十分な確認済み画像があります。リストを保存してください。</translation>
    </message>
    <message>
        <source>%1 %2.</source>
        <comment>warning sign, a remark</comment>
        <translation>%1 %2。</translation>
    </message>
    <message>
        <source>Check more images, or put test images into a folder test/, to see smaller differences.</source>
        <translation>より小さな差を見るには、さらに画像を確認するか、テスト画像をフォルダー test/ に置いてください。</translation>
    </message>
</context>
<context>
    <name>reweigh::VerifyProgress</name>
    <message>
        <source>Checked images of each class</source>
        <translation>クラスごとの確認済みの画像</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>tick, count</comment>
        <translation>%1 %2</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 found right of %3 looked at; %Ln image(s) in all</source>
        <translation>
            <numerusform>%1: 確認 %3 枚中 正しい %2 枚、全 %Ln 枚</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::WeightCurvePanel</name>
    <message>
        <source>Learned weight</source>
        <translation>学んだ重み</translation>
    </message>
    <message>
        <source>Weight over the loss</source>
        <translation>損失に対する重み</translation>
    </message>
    <message>
        <source>Weight over the features</source>
        <translation>特徴に対する重み</translation>
    </message>
    <message>
        <source>over the loss</source>
        <translation>損失に対して</translation>
    </message>
    <message>
        <source>over the features</source>
        <translation>特徴に対して</translation>
    </message>
    <message>
        <source>Here you will see the weight given to each loss, and how it changes from epoch to epoch. Run a study, or open one.</source>
        <translation>各損失に与えられる重みと、エポックごとの変化がここに表示されます。スタディを実行するか、開いてください。</translation>
    </message>
    <message numerus="yes">
        <source>trial #%1 · epoch %2 of %3 · %Ln sample(s)</source>
        <translation>
            <numerusform>試行 #%1 · %3 エポック中 %2 · サンプル %Ln 個</numerusform>
        </translation>
    </message>
    <message>
        <source>trial #%1 · epoch %2 of %3</source>
        <translation>試行 #%1 · %3 エポック中 %2</translation>
    </message>
    <message>
        <source>Epoch %1: no weight is known.</source>
        <translation>エポック %1: 重みは不明です。</translation>
    </message>
    <message>
        <source>After epoch %1 a sample of loss %2 weighs %3, one of loss %4 weighs %5.</source>
        <translation>エポック %1 の後、損失 %2 のサンプルの重みは %3、損失 %4 では %5。</translation>
    </message>
    <message>
        <source>%1 %2 right and %3 wrong labels were seen.</source>
        <translation>%1 正しいサンプル %2、誤ったサンプル %3 を見ました。</translation>
    </message>
    <message>
        <source>%1 %2 labels as they came and %3 changed ones were seen.</source>
        <translation>%1 元のままのラベル %2、変更したラベル %3 を見ました。</translation>
    </message>
</context>
<context>
    <name>reweigh::WeightCurvePlot</name>
    <message>
        <source>weight</source>
        <translation>重み</translation>
    </message>
    <message>
        <source>loss of the sample</source>
        <translation>サンプルの損失</translation>
    </message>
    <message>
        <source>right %1</source>
        <translation>正しい %1</translation>
    </message>
    <message>
        <source>right</source>
        <translation>正しい</translation>
    </message>
    <message>
        <source>wrong %1</source>
        <translation>誤り %1</translation>
    </message>
    <message>
        <source>wrong</source>
        <translation>誤り</translation>
    </message>
    <message>
        <source>no sample
seen here</source>
        <translation>ここには
サンプルなし</translation>
    </message>
    <message>
        <source>loss %1</source>
        <translation>損失 %1</translation>
    </message>
    <message>
        <source>loss %1 → weight %2</source>
        <translation>損失 %1 → 重み %2</translation>
    </message>
    <message>
        <source>no sample within ±%1</source>
        <translation>±%1 以内にサンプルなし</translation>
    </message>
    <message>
        <source>%1 right, %2 wrong within ±%3</source>
        <translation>±%3 以内に正しい %1、誤り %2</translation>
    </message>
    <message>
        <source>%1 % of right, %2 % of wrong labels within ±%3</source>
        <translation>±%3 以内に正しいものの %1 %、誤りの %2 %</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>as it came %1</source>
        <comment>labels</comment>
        <translation>元のまま %1</translation>
    </message>
    <message>
        <source>as it came</source>
        <comment>labels</comment>
        <translation>元のまま</translation>
    </message>
    <message>
        <source>changed %1</source>
        <comment>labels</comment>
        <translation>変更 %1</translation>
    </message>
    <message>
        <source>changed</source>
        <comment>labels</comment>
        <translation>変更</translation>
    </message>
    <message>
        <source>%1 as they came, %2 changed within ±%3</source>
        <translation>±%3 以内に元のまま %1、変更 %2</translation>
    </message>
    <message>
        <source>%1 % of the labels as they came, %2 % of the changed ones within ±%3</source>
        <translation>±%3 以内に元のままのラベルの %1 %、変更したラベルの %2 %</translation>
    </message>
</context>
<context>
    <name>reweigh::WeightDistributionPanel</name>
    <message>
        <source>Weight distribution</source>
        <translation>重みの分布</translation>
    </message>
    <message>
        <source>Here you will see how well the weights separate right labels from wrong ones, in large classes and in small ones. Run a study, or open one.</source>
        <translation>大きいクラスと小さいクラスで、重みが正しいラベルと誤ったラベルをどれだけ分けるかがここに表示されます。スタディを実行するか、開いてください。</translation>
    </message>
    <message>
        <source>right vs wrong labels, by class size · epoch %1</source>
        <translation>正しい/誤り、クラスの大きさ別 · エポック %1</translation>
    </message>
    <message>
        <source>After epoch %1, 1 − weight finds wrong labels with AUROC %2 in classes with many images, %3 with medium and %4 with few. %5</source>
        <translation>エポック %1 の後、1 − 重みは誤ラベルを AUROC で大クラス %2、中クラス %3、小クラス %4 で見つけます。%5</translation>
    </message>
    <message>
        <source>1 − weight as a detector of wrong labels, over all samples: area under the ROC curve, average precision</source>
        <translation>1 − 重みを誤ラベルの検出器とみたもの (全サンプル): ROC 曲線の下の面積、平均適合率</translation>
    </message>
    <message>
        <source>AUROC %1 · AP %2</source>
        <translation>AUROC %1 · AP %2</translation>
    </message>
    <message>
        <source>Weights by class size</source>
        <translation>クラスの大きさごとの重み</translation>
    </message>
    <message>
        <source>1 − weight as a detector of changed labels, over all samples: area under the ROC curve, average precision</source>
        <translation>1 − 重みを変更したラベルの検出器とみたもの (全サンプル): ROC 曲線の下の面積、平均適合率</translation>
    </message>
    <message>
        <source>labels as they came vs changed ones, by class size · epoch %1</source>
        <translation>元のまま/変更、クラスの大きさ別 · エポック %1</translation>
    </message>
    <message>
        <source>by class size · epoch %1</source>
        <translation>クラスの大きさ別 · エポック %1</translation>
    </message>
    <message>
        <source>After epoch %1, 1 − weight finds changed labels with AUROC %2 in classes with many images, %3 with medium and %4 with few. %5</source>
        <translation>エポック %1 の後、1 − 重みは変更したラベルを AUROC で大クラス %2、中クラス %3、小クラス %4 で見つけます。%5</translation>
    </message>
    <message>
        <source>Within each class size the AUROC is higher than over all samples: classes of different sizes get different weights, whatever their labels.</source>
        <translation>どのクラスの大きさの中でも、AUROC は全サンプルでの値より高くなっています。大きさの違うクラスは、ラベルにかかわらず違う重みになるからです。</translation>
    </message>
</context>
<context>
    <name>reweigh::WeightDistributionView</name>
    <message>
        <source>many</source>
        <translation>大</translation>
    </message>
    <message>
        <source>medium</source>
        <translation>中</translation>
    </message>
    <message>
        <source>few</source>
        <translation>小</translation>
    </message>
    <message>
        <source>AUROC</source>
        <translation>AUROC</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>重み</translation>
    </message>
    <message>
        <source>mean weight (this run kept no distributions)</source>
        <translation>平均の重み (この実行は分布を残していません)</translation>
    </message>
    <message numerus="yes">
        <source>%1 classes: mean weight %2 (%Ln sample(s))</source>
        <translation>
            <numerusform>クラス %1: 平均の重み %2 (%Ln サンプル)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 classes: mean weight %2 where the label is as it came (%Ln sample(s)), %3 where it was changed (%4); AUROC %5</source>
        <translation>
            <numerusform>クラス %1: ラベルが元のままのとき (%Ln サンプル) の平均の重み %2、変更したとき (%4) %3; AUROC %5</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 classes: mean weight %2 where the label is right (%Ln sample(s)), %3 where it is wrong (%4); AUROC %5</source>
        <translation>
            <numerusform>クラス %1: ラベルが正しいとき (%Ln サンプル) の平均の重み %2、誤りのとき (%4) %3; AUROC %5</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>reweigh::WeightVerdictLabel</name>
    <message>
        <source>These figures are of epoch %1; those of a trial or a variant are means over its last epochs.</source>
        <translation>これらはエポック %1 の値です。試行やバリアントの値は、最後の数エポックの平均です。</translation>
    </message>
</context>
<context>
    <name>reweigh::WhereMapView</name>
    <message>
        <source>Searched minus fixed by noise rate and imbalance factor</source>
        <translation>ノイズ率と不均衡比ごとの、探索と固定の差</translation>
    </message>
    <message>
        <source>n %1</source>
        <translation>n %1</translation>
    </message>
    <message>
        <source>imbalance factor</source>
        <translation>不均衡比 (IF)</translation>
    </message>
    <message>
        <source>noise rate</source>
        <translation>ノイズ率</translation>
    </message>
    <message>
        <source>Noise rate %1, imbalance factor %2: %3 points, n %4, studies %5</source>
        <translation>ノイズ率 %1、不均衡比 %2: %3 ポイント、n %4、スタディ %5</translation>
    </message>
    <message>
        <source>noise added</source>
        <translation>加えたノイズ</translation>
    </message>
    <message>
        <source>Noise added %1, imbalance factor %2: %3 points, n %4, studies %5</source>
        <translation>加えたノイズ %1、不均衡比 %2: %3 ポイント、n %4、スタディ %5</translation>
    </message>
</context>
<context>
    <name>reweigh::WherePanel</name>
    <message>
        <source>Where it helps</source>
        <translation>効くところ</translation>
    </message>
    <message>
        <source>By how much the searched architecture beats the fixed one, by noise rate and imbalance factor, will be here: a cell for every study that has a comparison.</source>
        <translation>探索した構造が固定の構造にどれだけ勝るかが、ノイズ率と不均衡比ごとにここに表示されます。比較のあるスタディごとに一つのセルです。</translation>
    </message>
    <message>
        <source>searched minus fixed, points · hatched: cannot tell, Holm over the map</source>
        <translation>探索 − 固定、ポイント · 斜線: 判定できない、マップ全体で Holm 補正</translation>
    </message>
    <message>
        <source>One study fills one cell: studies in neighbouring folders, at other noise rates and imbalance factors, fill the others.</source>
        <translation>一つのスタディは一つのセルを埋めます。隣のフォルダーにある、ほかのノイズ率と不均衡比のスタディが残りを埋めます。</translation>
    </message>
    <message>
        <source>noise rate %1, imbalance factor %2: %3 points, n %4</source>
        <translation>ノイズ率 %1、不均衡比 %2: %3 ポイント、n %4</translation>
    </message>
    <message>
        <source>No study has both variants yet.</source>
        <translation>両方のバリアントがあるスタディはまだありません。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>a setting, how many studies have another value</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Left out, as they differ in: %1</source>
        <comment>studies</comment>
        <translation>次の設定が異なるため除外: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n studies of the same data that differ in nothing but noise rate, imbalance factor, seeds, number of trials and pruner</source>
        <translation>
            <numerusform>同じデータで、ノイズ率、不均衡係数、シード、試行数、プルーナーのほかは同じ設定のスタディ %n 件</numerusform>
        </translation>
    </message>
    <message>
        <source>noise added %1, imbalance factor %2: %3 points, n %4</source>
        <translation>加えたノイズ %1、不均衡比 %2: %3 ポイント、n %4</translation>
    </message>
</context>
<context>
    <name>reweigh::Workbench</name>
    <message>
        <source>The settings differ from those that %1 was made with: they run as a new study.</source>
        <translation>設定が %1 を作ったときと違います。新しいスタディとして実行します。</translation>
    </message>
</context>
<context>
    <name>reweigh::ZoomGestures</name>
    <message>
        <source>Show the whole plot</source>
        <translation>図全体を表示</translation>
    </message>
    <message>
        <source>Show the whole plot (double click, or Home)</source>
        <translation>図全体を表示 (ダブルクリックまたは Home)</translation>
    </message>
</context>
</TS>
