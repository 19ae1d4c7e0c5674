using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Agents.Spaces;
using Elites.Economics;
using Elites.People;
using Elites.Populations;
using Elites.Street;
using Elites.Veterans;

namespace Elites.Tests.People;

/// <summary>Each rule over the mass that has a block form: the form gives the rule's bits, in a world where much happens.</summary>
public class BlockFormsOfMassRulesTests
{
    private static readonly Dictionary<string, Action<Stage, ElitesModel>> Rules = new()
    {
        [nameof(ChangeJobs)] = (stage, m) => stage.PlayAll(m.Mass, new ChangeJobs(new JobRates(0.05, 0.1, 0.3, 0.2, 0.1, 0.2), 1, m.Settlement.IsWar)),
        [nameof(Reintegrate)] = (stage, m) => stage.PlayAll(m.Mass, new Reintegrate(m.Settlement, m.Clock, m.Parameters)),
        [nameof(EarnIncome)] = (stage, m) => stage.PlayAll(m.Mass, new EarnIncome(m.Economy, m.Settlement, m.Parameters)),
        [nameof(FeelHardship)] = (stage, m) => stage.PlayAll(m.Mass, new FeelHardship(m.Prospect, m.Settlement, m.Clock, m.Parameters.Hardship)),
        [nameof(JudgeLegitimacy)] = (stage, m) => stage.PlayAll(m.Mass, new JudgeLegitimacy(new Grounds(m.Economy, m.Settlement, m.War, m.Society, m.Narrative, m.Parameters), m.Clock, m.Parameters.Legitimacy)),
        [nameof(NurseGrievance)] = (stage, m) => stage.PlayAll(m.Mass, new NurseGrievance(m.Economy, m.Parameters, m.Clock)),
        [nameof(FalsifyPreferences)] = (stage, m) => stage.PlayAll(m.Mass, new FalsifyPreferences(m.Repression, m.Parameters.Repression)),
        [nameof(FormOpinions)] = (stage, m) => stage.PlayAll(m.Mass, new FormOpinions(new Confidants(Acquaintances(m)), m.Narrative, m.Repression.Justification, 0.4, 1, m.Parameters)),
        [nameof(DecideProtest)] = (stage, m) => stage.PlayAll(m.Mass, new DecideProtest(Seen(m), -1, m.Unrest, m.Repression, Risks(m), m.Parameters)),
    };

    [Test]
    public void Step_BlockFormAndRule_GiveTheSameBits([ValueSource(nameof(Names))] string rule, [Values(20, 31, 40)] int ticks)
    {
        var (byRule, byBlocks) = (After(ticks), After(ticks));
        byRule.Mass.Windfall.All.Fill(0.1f);
        byBlocks.Mass.Windfall.All.Fill(0.1f);
        var before = Columns(byBlocks.Mass);
        Rules[rule](new Stage { UsesBlockForms = false }, byRule);
        Rules[rule](new Stage { UsesBlockForms = true }, byBlocks);
        Assert.That(Columns(byBlocks.Mass), Is.EqualTo(Columns(byRule.Mass)));
        Assert.That(Columns(byBlocks.Mass), Is.Not.EqualTo(before), "the rule does something");
    }

    private static IEnumerable<string> Names => Rules.Keys;

    /// <summary>A lost war with incidents, crimes, lay-offs and jailed people, so that every branch is taken by someone.</summary>
    private static ElitesModel After(int ticks)
    {
        var trial = Trial.Run(3_333, ticks, seed: 3, settleAt: 30, terms: 0.2, set: p =>
        {
            (p.Coup.Enabled, p.Protest.IncidentsPerYear, p.Protest.IncidentSize) = (false, 12, 0.2);
            (p.Veterans.Crime, p.Veterans.Benefits) = (0.5, 0.5);
        });
        Assert.That(trial.Model.Tick, Is.EqualTo(ticks));
        return trial.Model;
    }

    private static Network Acquaintances(ElitesModel model) => Initialisation.MakeAcquaintances(model.Mass, model.Seed, model.Parameters.Ties);

    private static NeighbourCount Seen(ElitesModel model)
    {
        var seen = new NeighbourCount(Acquaintances(model));
        seen.Commit(model.Mass.IsActive);
        return seen;
    }

    private static RiskTable Risks(ElitesModel model)
    {
        var table = new RiskTable();
        table.Set(model.Parameters.Protest, model.Repression.Effective);
        return table;
    }

    private static string Columns(Mass mass)
    {
        var bytes = new List<byte>();
        foreach (var column in new[] { mass.Income, mass.Hardship, mass.PublicLoyalty })
            bytes.AddRange(MemoryMarshal.AsBytes(column.All));
        foreach (var column in new[] { mass.Reference, mass.Betrayal, mass.Legitimacy, mass.Windfall, mass.Trauma })
            bytes.AddRange(MemoryMarshal.AsBytes(column.All));
        foreach (var column in new[] { mass.Loyalty, mass.Grievance, mass.Opinion })
            bytes.AddRange(MemoryMarshal.AsBytes(column.Next));
        bytes.AddRange(MemoryMarshal.AsBytes(mass.IsActive.Next));
        bytes.AddRange(MemoryMarshal.AsBytes(mass.Job.All));
        bytes.AddRange(MemoryMarshal.AsBytes(mass.Service.All));
        bytes.AddRange(MemoryMarshal.AsBytes(mass.Sentence.All));
        return Convert.ToHexString(SHA256.HashData(bytes.ToArray()));
    }
}
