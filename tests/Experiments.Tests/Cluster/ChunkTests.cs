using Experiments.Cluster;
using Experiments.Config;

namespace Experiments.Tests.Cluster;

/// <summary>How a list of runs is dealt out to tasks.</summary>
public sealed class ChunkTests
{
    [TestCase(7, 3, 1)]
    [TestCase(100, 7, 1)]
    [TestCase(12, 5, 3)]
    [TestCase(2, 5, 1)]
    public void Of_AllShares_HoldEachRunOnce(int runs, int count, int together)
    {
        int[] list = [.. Enumerable.Range(1, runs)];
        var shares = Enumerable.Range(1, count).Select(number => new Chunk(number, count).Of(list, together).ToList()).ToList();
        Assert.That(shares.SelectMany(share => share).Order(), Is.EqualTo(list));
        Assert.That(shares.Max(share => share.Count) - shares.Min(share => share.Count), Is.LessThanOrEqualTo(together));
    }

    [Test]
    public void Of_WholeStudy_TakesEveryKthRun() =>
        Assert.That(new Chunk(2, 3).Of([1, 2, 3, 4, 5, 6, 7, 8], together: 1), Is.EqualTo(new[] { 2, 5, 8 }));

    [Test]
    public void Of_RunsThatShareABurnIn_KeepsThemTogetherEvenWhereSomeAreDone() =>
        Assert.That(new Chunk(2, 2).Of([1, 2, 3, 5, 8, 9], together: 3), Is.EqualTo(new[] { 5 }));

    [TestCase("1/1", 1, 1)]
    [TestCase("3/40", 3, 40)]
    public void Parse_Share_IsRead(string text, int number, int count) =>
        Assert.That(Chunk.Parse(text), Is.EqualTo(new Chunk(number, count)));

    [TestCase("")]
    [TestCase("3")]
    [TestCase("0/3")]
    [TestCase("4/3")]
    [TestCase("-1/3")]
    [TestCase("1/3/5")]
    [TestCase("1/99999999999")]
    public void Parse_AnythingElse_IsNull(string text) => Assert.That(Chunk.Parse(text), Is.Null);

    [TestCase(new int[0], "")]
    [TestCase(new[] { 5 }, "5")]
    [TestCase(new[] { 1, 2, 3, 7, 9, 10 }, "1-3 7 9-10")]
    public void Format_Runs_ReadsBackTheSame(int[] runs, string expected)
    {
        Assert.That(RunIds.Format(runs), Is.EqualTo(expected));
        Assert.That(RunIds.Parse(expected + "\n", 10), Is.EqualTo(runs));
    }

    [Test]
    [Platform("Linux")]
    public void Read_WhatHasNoEndOrNothing_IsRefusedAtOnce()
    {
        var folder = Directory.CreateTempSubdirectory("abm-runs-").FullName;
        var (empty, pipe, link, large) = (Path.Combine(folder, "empty"), Path.Combine(folder, "pipe"), Path.Combine(folder, "link"), Path.Combine(folder, "large"));
        File.WriteAllText(empty, "");
        ForeignProgram.Start(folder, "mkfifo", pipe);
        File.CreateSymbolicLink(link, pipe);
        using (var file = File.Create(large))
            file.SetLength(1L << 32);
        foreach (var path in new[] { empty, pipe, link, "/dev/full", "/dev/zero" })
            Assert.That(Assert.Throws<ConfigException>(() => RunIds.Read(path, 10))!.Message, Does.Contain("is empty, or no regular file"), path);
        Assert.That(Assert.Throws<ConfigException>(() => RunIds.Read(large, 10))!.Message, Does.Contain("it has more than 16 MiB"));
        Directory.Delete(folder, recursive: true);
    }

    [TestCase("0")]
    [TestCase("3-2")]
    [TestCase("1 1")]
    [TestCase("2 1")]
    [TestCase("11")]
    [TestCase("1-4000000000")]
    [TestCase("1-2-3")]
    [TestCase("one")]
    public void Parse_TextThatIsNoListOfRuns_IsNull(string text) => Assert.That(RunIds.Parse(text, 10), Is.Null);
}
