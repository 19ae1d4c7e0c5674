using System.Globalization;
using System.Reflection;
using System.Text;
using Agents.Testing;
using WidthProbe;

namespace Agents.Generators.Tests.Fuzzing;

/// <summary>
/// Rules that nobody would write, thousands of them if asked: AGENTS_FUZZ_RULES says how many, AGENTS_FUZZ_FROM the first seed. A
/// failure names the seed and the text; with that seed and one rule it comes again.
/// </summary>
public sealed class FuzzTests
{
    private const int Batch = 250;
    private const int RulesAtOtherVectors = 60;

    private readonly Lazy<string> file = new(WriteFile);
    private string? reference;

    private static int First => Setting("AGENTS_FUZZ_FROM", 0);

    private static int Rules => Setting("AGENTS_FUZZ_RULES", 1_000);

    [Test]
    public void RandomRules_BlockFormAndText_GiveTheSameBits()
    {
        var (compared, problems) = (0, new StringBuilder());
        for (var seed = First; seed < First + Rules; seed += Batch)
        {
            var seeds = Enumerable.Range(seed, Math.Min(Batch, First + Rules - seed)).ToList();
            var assembly = CompiledText.WithEverything([.. seeds.Chunk(25).Select(some => string.Concat(some.Select(RuleWriter.Write)))]).Load();
            var proof = new BlockFormProof([() => Small(assembly)]) { Lengths = [64, 77] };
            foreach (var rule in BlockFormProof.RulesOf(assembly))
            {
                var finding = proof.Prove(rule);
                compared++;
                if (finding.Difference != null)
                    problems.Append(CultureInfo.InvariantCulture, $"{finding.Difference}\n{RuleWriter.Write(int.Parse(finding.Rule["Rule".Length..], CultureInfo.InvariantCulture))}\n");
            }
        }
        TestContext.Out.WriteLine($"{compared} of {Rules} rules have a block form.");
        using (Assert.EnterMultipleScope())
        {
            Assert.That(problems.ToString(), Is.Empty);
            Assert.That(compared, Is.GreaterThan(Rules / 2), "most rules of the grammar have a block form");
        }
    }

    // The model stands in the assembly itself, so that the generator can read its views.
    private static Model Small(Assembly assembly) => (Model)Activator.CreateInstance(assembly.GetType("Torture.TortureModel", throwOnError: true)!, 77)!;

    /// <summary>Optimised at once, where a compiler's mistakes would show, and under any vectors.</summary>
    [TestCase("DOTNET_EnableHWIntrinsic", 0)]
    [TestCase("DOTNET_MaxVectorTBitWidth", 128)]
    [TestCase("DOTNET_MaxVectorTBitWidth", 256)]
    [TestCase("DOTNET_MaxVectorTBitWidth", 512)]
    public void RandomRules_OtherVectors_GiveTheSameBits(string setting, int width)
    {
        if (!ProbeProcess.HasWidth(width))
            Assert.Ignore($"skipped: this process has no vectors of {width} bits.");
        var seen = ProbeProcess.Run($"rules:{file.Value}", (setting, $"{width}"), ("DOTNET_TieredCompilation", "0"));
        reference ??= seen["hash"];
        Assert.That(seen["hash"], Is.EqualTo(reference));
    }

    [OneTimeTearDown]
    public void Delete()
    {
        if (file.IsValueCreated)
            File.Delete(file.Value);
    }

    private static string WriteFile()
    {
        var file = Path.Combine(Path.GetTempPath(), $"rules-{Guid.NewGuid():N}.dll");
        CompiledText.WithEverything(string.Concat(Enumerable.Range(First + 1_000_000, RulesAtOtherVectors).Select(RuleWriter.Write))).WriteTo(file);
        return file;
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
