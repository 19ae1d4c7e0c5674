using System.Text;
using Experiments.Config;

namespace Experiments.Tests.Config;

/// <summary>Designs as R, pandas, numpy and spreadsheets write them.</summary>
public sealed class CsvFileTests : ConfigFolder
{
    private const string Config = "model: herd\ndesign: {method: csv, file: points.csv}";

    private const string Expected = "herd.pasture_limit,growth.rate,growth.is_seasonal,growth.season\n100,0.5,true,wet\n200,1.25,false,dry_months\n";

    private static readonly string? Python = new[] { "/usr/bin/python3", "python3", "python" }.FirstOrDefault(candidate => ForeignProgram.Start(Path.GetTempPath(), candidate, "-c", "import pandas, numpy").ExitCode == 0);

    private static readonly bool HasR = ForeignProgram.Start(Path.GetTempPath(), "Rscript", "-e", "library(data.table)").ExitCode == 0;

    [TestCase("herd.pasture_limit,growth.rate,growth.is_seasonal,growth.season\n100,0.5,TRUE,wet\n2e+02,1.25,FALSE,dry_months\n")]
    [TestCase("\"\",\"herd.pasture_limit\",\"growth.rate\",\"growth.is_seasonal\",\"growth.season\"\r\n\"1\",1e+02,0.5,TRUE,\"wet\"\r\n\"2\",200,1.25,FALSE,\"dry_months\"\r\n")]
    [TestCase(",herd.pasture_limit,growth.rate,growth.is_seasonal,growth.season\n0,100.0,0.5,True,wet\n1,200.0,1.25,False,dry_months\n")]
    [TestCase("Unnamed: 0,herd.pasture_limit,growth.rate,growth.is_seasonal,growth.season\na,100,0.5,1,wet\nb,200,1.25,0,dry_months\n")]
    [TestCase(",Unnamed: 0,herd.pasture_limit,growth.rate,growth.is_seasonal,growth.season\n0,0,100,0.5,1,wet\n1,1,200,1.25,0,dry_months\n")]
    [TestCase("herd.pasture_limit,growth.rate,growth.is_seasonal,growth.season\n\"1\",100,0.5,TRUE,wet\n\"2\",200,1.25,FALSE,dry_months\n", Description = "R's write.table")]
    [TestCase("\uFEFFherd.pasture_limit,growth.rate,growth.is_seasonal,growth.season\r\n100,0.5,true,wet\r\n200,1.25,false,dry_months\r\n\r\n\r\n")]
    [TestCase("herd.pasture_limit,growth.rate,growth.is_seasonal,growth.season,\n100,5e-1,true,wet,\n200,1.25,false,dry_months,\n,,,,\n,,,,\n")]
    [TestCase("# herd.pasture_limit,growth.rate,growth.is_seasonal,growth.season\n1.000000000000000000e+02,0.5,1.000000000000000000e+00,wet\n200,1.25,0.000000000000000000e+00,dry_months")]
    public void Load_DesignAsSomebodyWritesIt_HasTheSameRows(string text)
    {
        Write(Expected, "points.csv");
        var expected = Load(Config).ResolvedYaml;
        File.WriteAllText(Path.Combine(Folder, "points.csv"), text, new UTF8Encoding(false));
        Assert.That(Load(Config).ResolvedYaml, Is.EqualTo(expected));
    }

    [TestCase("growth.rate\n0,5\n1,25\n", "points.csv:2:1: the line has 2 cells, the first line 1; a decimal comma? Write 1.5")]
    [TestCase("herd.animals,growth.rate\n1,10,1\n2,20,1\n7,30,1\n", "points.csv:4:1: the first cell of 3 is no name of a row, and the first line names 2 columns: a decimal comma?")]
    [TestCase("herd.animals,growth.rate\n100.5,1\n", "points.csv:2:1: herd.animals: '100.5' is not an integer; allowed is")]
    [TestCase("herd.animals,growth.rate\n1e400,1\n", "points.csv:2:1: herd.animals: '1e400' is not an integer")]
    [TestCase("growth.is_seasonal,growth.rate\n2,1\n", "points.csv:2:1: growth.is_seasonal: '2' is not a boolean")]
    [TestCase("growth.rate,,growth.drift\n1,7,1\n", "points.csv:2:3: column 2 has no name: name it in the first line, or take it out")]
    [TestCase("growth.rate;growth.drift\n1,5;1,5\n", "points.csv:1:1: the columns are separated by semicolons, as spreadsheets do where the decimal separator is a comma (and R's write.csv2): save the file with commas between columns and decimal points")]
    [TestCase("growth.rate\tgrowth.drift\n1\t1\n", "points.csv:1:1: the columns are separated by tabs")]
    [TestCase("growth.rate,growth.drift\n\"1,5\",1\n", "points.csv:2:1: growth.rate: '1,5' is not a number: the decimal separator is a point")]
    [TestCase("herd.animals,growth.drift\n\"1,5\",1\n", "points.csv:2:1: herd.animals: '1,5' is not an integer: the decimal separator is a point")]
    [TestCase("growth.rate,growth.drift\n1,1\n,\n1,1\n", "points.csv:3:1: growth.rate: nothing is not a number")]
    public void Load_DesignThatCannotBeRead_NamesTheCell(string text, string expected)
    {
        Write(text, "points.csv");
        Assert.That(Refusal(Config), Does.StartWith(expected));
    }

    [Test]
    public void Load_DesignWithRowNames_SaysThatTheyAreLeftOut()
    {
        Write(",growth.rate\n0,1\n", "points.csv");
        Assert.That(Load(Config).Notes.Single(), Does.EndWith("points.csv: the first column has no name and is left out, as the row names of R and pandas are"));
    }

    [TestCase("write.csv(points, 'points.csv')")]
    [TestCase("write.csv(points, 'points.csv', row.names = FALSE)")]
    [TestCase("write.table(points, 'points.csv', sep = ',')")]
    [TestCase("data.table::fwrite(points, 'points.csv')")]
    [TestCase("data.table::fwrite(points, 'points.csv', logical01 = TRUE, quote = TRUE)")]
    public void Load_DesignThatRWrote_HasTheRowsThatRHad(string write)
    {
        if (!HasR)
            Assert.Ignore("skipped: Rscript with data.table is not installed");
        var (exitCode, output) = ForeignProgram.Start(Folder, "Rscript", "-e",
            $"points <- data.frame(herd.pasture_limit = c(1e5, 2e5), growth.rate = c(0.5, 1/3), growth.is_seasonal = c(TRUE, FALSE), growth.season = c('wet', 'dry_months')); {write}");
        Assert.That(exitCode, Is.Zero, output);
        AssertRows(Load(Config));
    }

    [TestCase("points.to_csv('points.csv')")]
    [TestCase("points.to_csv('points.csv', index=False)")]
    [TestCase("points.astype({'herd.pasture_limit': float}).to_csv('points.csv', index=False)")]
    [TestCase("points.to_csv('once.csv'); pd.read_csv('once.csv').to_csv('points.csv')")]
    [TestCase("points.to_csv('points.csv', encoding='utf-8-sig', lineterminator='\\r\\n')")]
    public void Load_DesignThatPandasWrote_HasTheRowsThatPandasHad(string write)
    {
        if (Python is null)
            Assert.Ignore("skipped: python3 with pandas is not installed");
        var (exitCode, output) = ForeignProgram.Start(Folder, Python!, "-c", $$"""
            import pandas as pd
            points = pd.DataFrame({"herd.pasture_limit": [100000, 200000], "growth.rate": [0.5, 1/3], "growth.is_seasonal": [True, False], "growth.season": ["wet", "dry_months"]})
            {{write}}
            """);
        Assert.That(exitCode, Is.Zero, output);
        AssertRows(Load(Config));
    }

    [Test]
    public void Load_DesignThatNumpyWrote_HasTheRowsThatNumpyHad()
    {
        if (Python is null)
            Assert.Ignore("skipped: python3 with numpy is not installed");
        var (exitCode, output) = ForeignProgram.Start(Folder, Python!, "-c", """
            import numpy as np
            np.savetxt("points.csv", np.array([[1e5, 0.5, 1], [2e5, 1/3, 0]]), delimiter=",", header="herd.pasture_limit,growth.rate,growth.is_seasonal")
            """);
        Assert.That(exitCode, Is.Zero, output);
        var study = Load(Config);
        Assert.That((Value(study, "herd.pasture_limit"), Value(study, "herd.pasture_limit", 2)), Is.EqualTo(((object)100_000, (object)200_000)));
        Assert.That((Value(study, "growth.is_seasonal"), Value(study, "growth.rate", 2)), Is.EqualTo(((object)true, (object)(1.0 / 3))));
    }

    private static void AssertRows(Study study)
    {
        Assert.That(study.Design.Rows, Is.EqualTo(2));
        Assert.That(new[] { 1, 2 }.Select(row => Value(study, "herd.pasture_limit", row)), Is.EqualTo(new object[] { 100_000, 200_000 }));
        Assert.That(new[] { 1, 2 }.Select(row => (double)Value(study, "growth.rate", row)), Is.EqualTo(new[] { 0.5, 1.0 / 3 }).Within(1e-14));
        Assert.That(new[] { 1, 2 }.Select(row => Value(study, "growth.is_seasonal", row)), Is.EqualTo(new object[] { true, false }));
        Assert.That(new[] { 1, 2 }.Select(row => Value(study, "growth.season", row)), Is.EqualTo(new object[] { Season.Wet, Season.DryMonths }));
    }
}
