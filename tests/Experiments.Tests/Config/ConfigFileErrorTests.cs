using System.Diagnostics;
using System.Text;

namespace Experiments.Tests.Config;

/// <summary>Files that cannot be read as a config at all.</summary>
public sealed class ConfigFileErrorTests : ConfigFolder
{
    [TestCase("", "pond.yaml: the file is empty")]
    [TestCase("  \n\n", "pond.yaml: the file is empty")]
    [TestCase("# only a comment\n", "pond.yaml: the file is empty")]
    [TestCase("---\n", "pond.yaml:2:2: a config is a map of keys to values, not nothing")]
    [TestCase("- a\n- b", "pond.yaml:1:1: a config is a map of keys to values, not a list")]
    [TestCase("herd", "pond.yaml:1:1: a config is a map of keys to values, not 'herd'")]
    [TestCase("model: herd\nseed: 1\nseed: 2", "pond.yaml:3:1: seed: duplicate key: it stands in line 2 already")]
    [TestCase("model: herd\nparameters: {growth.rate: 1, growth.rate: 1}", "pond.yaml:2:30: parameters.growth.rate: duplicate key")]
    [TestCase("model: &m herd\nname: *m", "pond.yaml:1:8: model: anchors (&name) are not supported")]
    [TestCase("model: herd\nname: *m", "pond.yaml:2:7: name: aliases (*name) are not supported")]
    [TestCase("model: !!str herd", "pond.yaml:1:8: model: tags ('tag:yaml.org,2002:str') are not supported")]
    [TestCase("model: !local herd", "pond.yaml:1:8: model: tags ('!local') are not supported")]
    [TestCase("model: herd\n---\nmodel: herd", "pond.yaml:2:1: a config is one document, and here a second one begins")]
    [TestCase("model: herd\n? [a, b]\n: 1", "a key is a single word, not a list or a map")]
    [TestCase("model: 'herd", "pond.yaml:1:8: a quote that is not closed: write ' at the end of the text too")]
    [TestCase("model: herd\nname: \"x\nseed: 1", "pond.yaml:2:7: a quote that is not closed: write \" at the end")]
    [TestCase("model: herd\n  seed: 1", "pond.yaml:2:3: deeper than line 1, which has a value already")]
    [TestCase("model: herd\nparameters:\n    growth.rate: 1\n  growth.drift: 1", "pond.yaml:4:3: begins in a column in which no line above begins")]
    [TestCase("model: {a: 1", "pond.yaml:1:8: a { that is not closed: } is missing")]
    [TestCase("model: herd\nmeasures:\n  model: [size\nseed: 1", "pond.yaml:3:10: a [ that is not closed: ] is missing")]
    [TestCase("model: herd\nmeasures: {model: [size}", "pond.yaml:2:24: a } where the [ of line 2, column 19 is not closed yet: write ] before it")]
    [TestCase("model: herd\nparameters: {growth.rate: 1}}", "pond.yaml:2:29: a } that nothing opened")]
    [TestCase("{\"model\": \"herd\" \"seed\": 1}", "pond.yaml:1:18: between brackets: a comma is missing before this")]
    [TestCase("model: herd # a { here and 'there\nname: it's [so\nmeasures: {model: [size}", "pond.yaml:3:24: a } where the [ of line 3")]
    [TestCase("a: {b: c:\nd}\ne: 1", "pond.yaml:1:9: between brackets: a comma is missing before this, or a colon is one too many")]
    [TestCase("model: herd\nname: 'a' b", "pond.yaml:2:11: this is not YAML")]
    [TestCase("model: herd\nparameters:\n\tgrowth.rate: 1", "pond.yaml:3:1: a tab: YAML takes spaces at the beginning of a line")]
    [TestCase("model: herd\nscenarios:\n  a:\n  \tparameters: {growth.rate: 1}", "pond.yaml:4:3: a tab")]
    [TestCase("model: herd\nseed:1", "pond.yaml:2:6: a colon needs a space after it: write seed: 1")]
    [TestCase("model: herd\nparameters:\n  growth.rate:1\n  growth.drift: 2", "pond.yaml:3:15: a colon needs a space after it: write growth.rate: 1")]
    [TestCase("model: herd\nseed = 1\nticks: 5", "pond.yaml:2:6: a key and its value have a colon between them: write seed: 1")]
    [TestCase("model: herd\nparameters\n  growth.rate: 1", "pond.yaml:2:1: a key has a colon after it: write parameters:")]
    [TestCase("model herd\nseed: 1", "pond.yaml:1:1: a key has a colon after it: write model: herd")]
    [TestCase("model: herd\nname: a: b", "pond.yaml:2:8: a second colon in one line")]
    [TestCase("model: herd\nname: @x", "pond.yaml:2:7: a value cannot begin with @: write it in quotes")]
    [TestCase("model: herd\nmeasures: {model: [*]}", "pond.yaml:2:20: a value cannot begin with *: write it in quotes")]
    [TestCase("model: herd\nscenarios: {a: {<<: {}}}", "pond.yaml:2:17: scenarios.a.<<: merging (<<) is not supported")]
    [TestCase("model: herd\nextends: pond", "pond.yaml:2:10: extends: 'pond': there is no such file; did you mean 'pond.yaml'?")]
    [TestCase("model: herd\nextends: pondd.yaml", "pond.yaml:2:10: extends: 'pondd.yaml': there is no such file; did you mean 'pond.yaml'?")]
    [TestCase("model: herd\nextends: .", "pond.yaml:2:10: extends: '.': this is a folder, not a config file")]
    [TestCase("model: herd\nextends: [a]", "pond.yaml:2:10: extends: a list is not the name of a config file")]
    [TestCase("model: herd\nextends: pond.yaml", "pond.yaml:2:10: extends: 'pond.yaml' leads back to a file that extends it: a cycle")]
    public void Load_FileThatIsNoConfig_SaysWhatAndWhere(string text, string expected) =>
        Assert.That(Refusal(text), Does.Contain(expected));

    [Test]
    public void Load_MissingFile_SuggestsTheNearest()
    {
        Write("model: herd");
        Assert.That(RefusalOf(() => LoadFile(Path.Combine(Folder, "pnod.yaml"))), Is.EqualTo("pnod.yaml: there is no such file; did you mean 'pond.yaml'?"));
    }

    [Test]
    public void Load_MissingFolder_SaysThatThereIsNoFile() =>
        Assert.That(RefusalOf(() => LoadFile(Path.Combine(Folder, "no", "pond.yaml"))), Does.EndWith("pond.yaml: there is no such file"));

    [Test]
    public void Load_Folder_IsRefused() =>
        Assert.That(RefusalOf(() => LoadFile(Folder)), Does.EndWith(": this is a folder, not a config file"));

    [Test]
    public void Load_HugeFile_IsRefusedWithoutReadingIt()
    {
        var path = Path.Combine(Folder, "huge.yaml");
        using (var stream = File.Create(path))
            stream.SetLength(1L << 30);
        var before = GC.GetTotalAllocatedBytes(precise: true);
        Assert.That(RefusalOf(() => LoadFile(path)), Is.EqualTo("huge.yaml: the file is too large for a config: it has 1024.0 MiB, and at most 4 are read"));
        Assert.That(GC.GetTotalAllocatedBytes(precise: true) - before, Is.LessThan(4 << 20));
    }

    [Test]
    public void Load_BinaryFile_IsRefused()
    {
        var path = Path.Combine(Folder, "binary.yaml");
        File.WriteAllBytes(path, [.. "model: "u8, 0, 1, 2]);
        Assert.That(RefusalOf(() => LoadFile(path)), Is.EqualTo("binary.yaml: this is a binary file (byte 8 is zero), not UTF-8 text"));
    }

    [Test]
    public void Load_InvalidUtf8_IsRefused()
    {
        var path = Path.Combine(Folder, "latin.yaml");
        File.WriteAllBytes(path, Encoding.Latin1.GetBytes("model: h\u00E9rd"));
        Assert.That(RefusalOf(() => LoadFile(path)), Does.StartWith("latin.yaml: this is not UTF-8 text"));
    }

    [Test]
    public void Load_ByteOrderMark_IsIgnored()
    {
        var path = Path.Combine(Folder, "bom.yaml");
        File.WriteAllText(path, "model: herd", new UTF8Encoding(true));
        Assert.That(LoadFile(path).Name, Is.EqualTo("bom"));
    }

    [Test]
    public void Load_CycleOverTwoFiles_IsRefused()
    {
        Write("extends: pond.yaml", "other.yaml");
        Assert.That(Refusal("extends: other.yaml"), Is.EqualTo("other.yaml:1:10: extends: 'pond.yaml' leads back to a file that extends it: a cycle"));
    }

    /// <summary>The map of the file that extends it takes its place, so that nobody else would see it.</summary>
    [TestCase("parameters: hello", "other.yaml:2:13: parameters: 'hello' is not a map of keys to values: write key: value")]
    [TestCase("scenarios: [wet, dry]", "other.yaml:2:12: scenarios: a list is not a map of keys to values: write key: value")]
    public void Load_ExtendedSectionOfAWrongKind_IsRefusedWhereItStands(string section, string message)
    {
        Write("model: herd\n" + section, "other.yaml");
        Assert.That(Refusal("extends: other.yaml\nparameters: {growth.rate: 1}\nscenarios: {wet: {}}"), Is.EqualTo(message));
        if (section.StartsWith("parameters", StringComparison.Ordinal))
            Assert.That(Refusal("model: herd\nscenarios: {wet: {extends: other.yaml, parameters: {growth.rate: 1}}}"), Is.EqualTo(message));
    }

    [TestCase("scenarios: {dry: {extends: pondd.yaml}}", "pond.yaml:2:28: extends: 'pondd.yaml': there is no such file; did you mean 'pond.yaml'?")]
    [TestCase("scenarios: {dry: {extends: pond.yaml}}", "pond.yaml:2:28: extends: 'pond.yaml' leads back to a file that extends it: a cycle")]
    public void Load_ScenarioThatExtendsWhatIsNotThere_IsRefused(string line, string expected) =>
        Assert.That(Refusal($"model: herd\n{line}"), Is.EqualTo(expected));

    [Test]
    public void Load_LongChain_IsRefused()
    {
        for (var i = 0; i < 40; i++)
            Write($"extends: file{i + 1}.yaml", $"file{i}.yaml");
        Write("model: herd", "file40.yaml");
        Assert.That(RefusalOf(() => LoadFile(Path.Combine(Folder, "file0.yaml"))), Does.Contain("a chain of more than 16 files"));
    }

    [TestCase("[")]
    [TestCase("{a: ")]
    [TestCase("- ")]
    public void Load_DeeplyNested_IsRefusedSoonAndWithoutStackOverflow(string opening)
    {
        var watch = Stopwatch.StartNew();
        var text = "model: herd\nparameters:\n  " + string.Concat(Enumerable.Repeat(opening, 500_000));
        Assert.That(Refusal(text), Does.Contain("nested deeper than 32 levels").Or.Contains("not YAML"));
        Assert.That(watch.Elapsed, Is.LessThan(TimeSpan.FromSeconds(10)));
    }

    /// <summary>The parser reads beyond its text there, which once was told as a full disk.</summary>
    [TestCase(" : 5")]
    [TestCase(": ")]
    public void Load_TextThatTheParserReadsBeyond_IsNoYaml(string text) =>
        Assert.That(Refusal(text), Does.StartWith("pond.yaml:1:"));

    [Test]
    public void Load_AliasBomb_IsRefusedSoon()
    {
        var bomb = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x]\n");
        for (var letter = 'b'; letter < 'k'; letter++)
            bomb.Append($"{letter}: &{letter} [").AppendJoin(", ", Enumerable.Repeat($"*{(char)(letter - 1)}", 9)).Append("]\n");
        Assert.That(Refusal(bomb.ToString()), Does.StartWith("pond.yaml:1:4: a: anchors (&name) are not supported"));
    }

    [Test]
    public void Load_ControlCharactersInAValue_DoNotReachTheMessage() =>
        Assert.That(Refusal("model: \"\\e[31mred\""), Does.Not.Contain("\u001b").And.Contain("[31mred"));

    [Test]
    public void Load_LongGarbage_IsQuotedInShort() =>
        Assert.That(Refusal("model: " + new string('x', 100_000)), Has.Length.LessThan(300));
}
