using System.Reflection;
using Agents;
using Agents.Testing;
using Classics;
using Elites;
using Torture;

namespace WidthProbe;

/// <summary>Every rule with a block form beside its text for one agent, over odd values.</summary>
internal static class RulesProbe
{
    /// <summary>Compares the rules of an assembly.</summary>
    /// <param name="hash">Takes what they leave.</param>
    /// <param name="subject">classics, elites, torture, or the file of an assembly that has one model, made of a number of agents.</param>
    /// <returns>What is wrong, a line each.</returns>
    public static IReadOnlyList<string> Feed(BitHash hash, string subject)
    {
        var findings = subject switch
        {
            "classics" => Prove(typeof(InfluenceKernel).Assembly, new BlockFormProof(Classics)),
            "elites" => Prove(typeof(ElitesModel).Assembly, new BlockFormProof([LostWar], Given) { Kept = ["Kind"] }),
            "torture" => Prove(typeof(TortureModel).Assembly, new BlockFormProof(TortureModels.All)),
            _ => ProveFile(Assembly.LoadFrom(subject)),
        };
        foreach (var finding in findings)
            hash.Add(finding.Hash);
        // That a rule written at random changes nothing is no complaint, nor that Schelling's residents have no column that changes:
        // what stands in grids is compared where whole models run with block forms and without.
        return [.. findings.Where(finding => finding.Complaint != null && (finding.Difference != null || !File.Exists(subject) && !finding.Rule.Contains("Schelling", StringComparison.Ordinal))).Select(finding => finding.Complaint!)];
    }

    private static Func<Model>[] Classics =>
    [
        () => new InfluenceKernel(new InfluenceKernel.Parameters { Agents = 5_003 }, Seed.Of(1)),
        () => new Boltzmann(new Boltzmann.Parameters { Agents = 1_001, Regime = Regime.Synchronous }, Seed.Of(1)),
        () => new Schelling(new Schelling.Parameters(), Seed.Of(1)),
        () => new CivilViolence(new CivilViolence.Parameters(), Seed.Of(1)),
        () => new Granovetter(new Granovetter.Parameters { Agents = 1_001 }, Seed.Of(1)),
        () => new DeGroot(new DeGroot.Parameters { Agents = 1_001 }, Seed.Of(1)),
        () => new Sir(new Sir.Parameters { Agents = 1_001, Contacts = Sir.Contacts.Poisson }, Seed.Of(1)),
        () => new Voter(new Voter.Parameters { Agents = 1_001 }, Seed.Of(1)),
        () => new Moran(new Moran.Parameters { Agents = 1_001, FirstMutants = 500 }, Seed.Of(1)),
        () => new Deffuant(new Deffuant.Parameters { Agents = 1_001 }, Seed.Of(1)),
        () => new Axelrod(new Axelrod.Parameters(), Seed.Of(1)),
    ];

    // Nobody counts the active in all, which no number made up would fit.
    private static object? Given(Model model, ParameterInfo parameter) => parameter.Name == "activeInAll" ? -1 : null;

    private static List<Finding> ProveFile(Assembly assembly)
    {
        var model = assembly.GetTypes().Single(type => type.IsAssignableTo(typeof(Model)));
        return Prove(assembly, new BlockFormProof([() => (Model)Activator.CreateInstance(model, 77)!]) { Lengths = [64, 77] });
    }

    private static List<Finding> Prove(Assembly assembly, BlockFormProof proof) => [.. BlockFormProof.RulesOf(assembly).Select(proof.Prove)];

    /// <summary>A lost war with incidents, crimes, lay-offs and jailed people, half a year after its settlement.</summary>
    private static Model LostWar()
    {
        var parameters = new ElitesParameters();
        parameters.Population.Agents = 5_003;
        parameters.Coup.Enabled = false;
        (parameters.Protest.IncidentsPerYear, parameters.Protest.IncidentSize) = (12, 0.2);
        (parameters.Veterans.Crime, parameters.Veterans.Benefits) = (0.5, 0.5);
        var model = ElitesModel.Definition.Create(parameters, Seed.Of(3));
        while (model.Tick < 30)
        {
            if (model.Tick == 4)
                parameters.Settlement.Terms = 0.2;
            model.Advance();
        }
        return model;
    }
}
