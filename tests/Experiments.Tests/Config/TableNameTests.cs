using Experiments.Config;

namespace Experiments.Tests.Config;

/// <summary>Names that are gone, or are others, in a table that R or pandas read.</summary>
public sealed class TableNameTests : ConfigFolder
{
    [TestCase("null", "a missing value")]
    [TestCase("nan", "a missing value")]
    [TestCase("-nan", "a missing value")]
    [TestCase("true", "true or false")]
    [TestCase("false", "true or false")]
    [TestCase("inf", "a number, which they write in another way")]
    [TestCase("-infinity", "a number, which they write in another way")]
    [TestCase("1e5", "a number, which they write in another way")]
    [TestCase("007", "a number, which they write in another way")]
    [TestCase("0x1f", "a number, which they write in another way")]
    [TestCase("12345678901234567890", "a number, which they write in another way")]
    public void Load_ScenarioThatReadersTakeForSomethingElse_IsRefused(string name, string what) =>
        Assert.That(Refusal($"model: herd\nscenarios:\n  '{name}': {{}}\n  shock: {{}}\n"), Is.EqualTo(
            $"pond.yaml:3:3: scenarios.{name}: not a name for a scenario: R or pandas read '{name}' in a table as {what}; write another word"));

    [TestCase("-west")]
    [TestCase("-1-2")]
    public void Load_ScenarioThatASpreadsheetWouldCarryOut_IsRefused(string name) =>
        Assert.That(Refusal($"model: herd\nscenarios:\n  '{name}': {{}}\n"), Does.Contain($"spreadsheets take '{name}' in a table for a formula"));

    [TestCase("=1+1", true)]
    [TestCase("@SUM(A1)", true)]
    [TestCase("-west", true)]
    [TestCase("-1.5e3", false)]
    [TestCase("+2", false)]
    [TestCase("west-1", false)]
    [TestCase("", false)]
    public void IsFormula_OfACell_IsWhatASpreadsheetWouldCarryOut(string cell, bool expected) =>
        Assert.That(Experiments.Storage.Csv.IsFormula(System.Text.Encoding.UTF8.GetBytes(cell)), Is.EqualTo(expected));

    [TestCase("none")]
    [TestCase("na")]
    [TestCase("t")]
    [TestCase("null-2")]
    [TestCase("2025")]
    [TestCase("0")]
    [TestCase("-1")]
    public void Load_ScenarioThatReadersLeaveAlone_IsSound(string name) =>
        Assert.That(Load($"model: herd\nscenarios:\n  '{name}': {{}}\n").Scenarios[0].Name, Is.EqualTo(name));

    [TestCase("NA")]
    [TestCase("N/A")]
    [TestCase("NULL")]
    [TestCase("None")]
    [TestCase("T")]
    public void Misreading_OfWordsThatOnlyModelsCanUse_IsTold(string word) => Assert.That(TableName.Misreading(word), Is.Not.Null);

    // The rule is held against what the readers do, column by column: a column of one word alone is the worst case.
    [Test]
    public void Misreading_OfWords_IsWhatPandasDoes()
    {
        string[] words = ["null", "nan", "-nan", "na", "none", "true", "false", "t", "f", "inf", "1e5", "007", "war", "2025", "0", "-1", "n-a", "yes", "no", "NA", "None", "NULL", "N/A"];
        File.WriteAllText(Path.Combine(Folder, "words.txt"), string.Join('\n', words));
        var (exitCode, output) = ForeignProgram.Start(Folder, "/usr/bin/python3", "-c", """
            import io, pandas
            for word in open("words.txt").read().split("\n"):
                print(str(pandas.read_csv(io.StringIO("name,x\n" + word + ",1\n"))["name"][0]) == word)
            """);
        if (exitCode != 0)
            Assert.Ignore("skipped: python3 with pandas is not installed");
        var kept = output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        foreach (var (word, isKept) in words.Zip(kept))
        {
            if (isKept == "False")
                Assert.That(TableName.Misreading(word), Is.Not.Null, word);
        }
        Assert.That(words.Zip(kept).Where(pair => pair.Second == "True").Select(pair => pair.First), Is.SupersetOf(new[] { "na", "none", "war", "2025", "0", "-1", "yes" }));
    }
}
