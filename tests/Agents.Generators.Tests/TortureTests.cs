using Agents.Testing;
using Torture;

namespace Agents.Generators.Tests;

/// <summary>One rule for each construct of the language and the framework, over odd values.</summary>
public sealed class TortureTests
{
    private readonly BlockFormProof proof = new(TortureModels.All);

    [TestCaseSource(nameof(Rules))]
    public void Rule_BlockFormAndText_GiveTheSameBits(Type rule) => Assert.That(proof.Prove(rule).Complaint, Is.Null);

    [Test]
    public void Rules_AllHaveABlockForm()
    {
        var contracts = typeof(TortureModel).Assembly.GetTypes().Where(type => type.IsValueType && (type.IsAssignableTo(typeof(IRule<Everything>)) || type.IsAssignableTo(typeof(IRule<Animals>))));
        Assert.That(contracts, Is.EquivalentTo(Rules));
    }

    private static IReadOnlyList<Type> Rules => BlockFormProof.RulesOf(typeof(TortureModel).Assembly);
}
