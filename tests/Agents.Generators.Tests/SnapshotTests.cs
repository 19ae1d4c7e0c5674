using System.Runtime.CompilerServices;

namespace Agents.Generators.Tests;

/// <summary>What is written for each construct, as text that one can read.</summary>
public sealed class SnapshotTests
{
    // The statements of a rule with parameters float rate, bool isOn and int[] table, by the name of the construct.
    private static readonly Dictionary<string, string> Constructs = new()
    {
        ["Arithmetic"] = "me.Float = rate * me.Float - me.OtherFloat / 2; me.Int += 3;",
        ["Double"] = "me.Double = me.Double * rate + me.Int;",
        ["SmallColumns"] = "me.Byte += 5; me.Short = (short)(me.SByte * 2); me.Bool = !me.OtherBool;",
        ["Casts"] = "me.Int = (int)me.Float; me.UInt = (uint)me.Double; me.Byte = (byte)me.Long;",
        ["Branch"] = "if (me.Float > rate) me.Int = 1; else if (me.Bool) me.Int = 2;",
        ["UniformBranch"] = "if (isOn) me.Float = 0; else me.Float += rate;",
        ["EarlyReturn"] = "if (me.Bool) return; me.Float = 1;",
        ["SwitchStatement"] = "switch (me.Sort) { case Sort.First: me.Float = 1; break; case Sort.Second when me.Bool: me.Float = 2; break; default: me.Float = 3; break; }",
        ["SwitchExpression"] = "me.Int = me.Sort switch { Sort.First => 1, Sort.Second or Sort.Third => 2, _ => 3 };",
        ["Pattern"] = "me.Bool = me.Float is > 0 and < 1;",
        ["Helper"] = "me.Float = Mean(me.Float, me.OtherFloat); static float Mean(float x, float y) => (x + y) / 2;",
        ["PendingValue"] = "me.Next.Mood = me.Mood * rate;",
        ["Draw"] = "var draws = me.Draws(Everything.One); me.Float = draws.UniformSingle(); me.Bool = draws.Chance(rate);",
        ["DrawNormal"] = "var draws = me.Draws(Everything.One); me.Double = draws.Normal();",
        ["DrawBelow"] = "var draws = me.Draws(Everything.One); me.Int = draws.Below(6);",
        ["Functions"] = "me.Float = Functions.Exp(me.Float); me.OtherFloat = MathF.Max(me.OtherFloat, rate);",
        ["GuardedDivision"] = "if (me.OtherInt > 0) me.Int /= me.OtherInt;",
        ["LookUp"] = "me.Float = table[me.Byte];",
        ["OtherRow"] = "me.Float = me.Population.Mood[me.Row == 0 ? 0 : me.Row - 1];",
        ["Loop"] = "if (me.Bool) { var sum = 0f; for (var i = 0; i < 3; i++) sum += me.Population.Mood[i]; me.Float = sum; }",
        ["Runs"] = "if (me.Class == Sort.First) me.Float = table[(int)me.Class];",
        ["Effect"] = "me.Int = 1; if (me.Bool) me.Die();",
    };

    private static IEnumerable<string> Names => Constructs.Keys;

    [TestCaseSource(nameof(Names))]
    public void BlockForm_Construct_IsAsCommitted(string construct)
    {
        var written = CompiledText.WithEverything(Rule(Constructs[construct])).BlockForm("Shown");
        var file = Path.Combine(Folder(), $"{construct}.txt");
        if (Environment.GetEnvironmentVariable("AGENTS_WRITE_SNAPSHOTS") == "1")
            File.WriteAllText(file, $"// {Constructs[construct]}\n{written}");
        Assert.That($"// {Constructs[construct]}\n{written}", Is.EqualTo(File.Exists(file) ? File.ReadAllText(file) : ""));
    }

    [Test]
    public void Snapshots_AreOfConstructs() =>
        Assert.That(Directory.GetFiles(Folder(), "*.txt").Select(Path.GetFileNameWithoutExtension), Is.EquivalentTo(Names));

    /// <summary>A rule of some statements.</summary>
    internal static string Rule(string statements, string name = "Shown") => $$"""
        public readonly partial struct {{name}}(float rate, bool isOn, int[] table) : IRule<Everything>
        {
            public void Step(Agent<Everything> me)
            {
                {{statements}}
            }
        }

        """;

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Snapshots");
}
