using System.Globalization;
using Elites.Populations;

namespace Elites.Warfare;

/// <summary>
/// The terms of a settlement by their dimensions, each told from the state's side: 1 is the best for it, 0 the worst. Every reading of terms
/// that are alike in all dimensions is that one number, to the last bit.
/// </summary>
/// <param name="Territory">Territory kept: 1 all of it, 0 none.</param>
/// <param name="Reparations">1 none to pay, 0 in full.</param>
/// <param name="Guarantees">1 the adversary gets none, 0 those of a full alliance.</param>
/// <param name="Relief">Sanctions lifted: 1 all of them, 0 none.</param>
internal readonly record struct Terms(double Territory, double Reparations, double Guarantees, double Relief)
{
    /// <summary>The same in every dimension.</summary>
    public static implicit operator Terms(double alike) => new(alike, alike, alike, alike);

    /// <summary>The mean of all four: what the terms are called, and the leader's own reading.</summary>
    public double Mean => (Territory + Reparations + (Guarantees + Relief)) / 4;

    /// <summary>What was not conceded (The peace trap 2025: compromise is territory, reparations and guarantees); relief is no concession.</summary>
    public double Kept => Territory + (Reparations - Territory + (Guarantees - Territory)) / 3;

    /// <summary>The terms as a kind of the elite weighs them.</summary>
    public double For(EliteKind kind, TermsParameters p) => By(p.Of(kind));

    /// <summary>The terms as a kind of the mass weighs them.</summary>
    public double For(MassKind kind, TermsParameters p) => By(p.Of(kind));

    /// <summary>The terms by weights of which territory has what the others leave.</summary>
    public double By(TermsWeights weights)
    {
        var others = weights.Reparations * (Reparations - Territory) + weights.Guarantees * (Guarantees - Territory) + weights.Relief * (Relief - Territory);
        return Territory + others / Math.Max(1, weights.Reparations + weights.Guarantees + weights.Relief);
    }

    public Terms Persisted(Checkpoint state) => new(state.Value(Territory), state.Value(Reparations), state.Value(Guarantees), state.Value(Relief));

    /// <summary>As events tell them: nothing where one number says it all.</summary>
    public string Details => this == Mean
        ? ""
        : string.Create(CultureInfo.InvariantCulture, $"territory {Territory:0.00}, reparations {Reparations:0.00}, guarantees {Guarantees:0.00}, relief {Relief:0.00}");
}

/// <summary>What weighs beside territory in a reading of terms, as shares of the whole.</summary>
/// <param name="Reparations">The weight of reparations.</param>
/// <param name="Guarantees">The weight of guarantees to the adversary.</param>
/// <param name="Relief">The weight of relief from sanctions.</param>
internal readonly record struct TermsWeights(double Reparations, double Guarantees, double Relief);
