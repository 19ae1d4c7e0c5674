using System.Globalization;

namespace Elites.Coups;

/// <summary>
/// What moves the founder of a plot against the leader, in logits above what moved him over the year before, and his grievance, 0 to 1:
/// what is lasting is borne, and tells nobody's motive.
/// </summary>
/// <param name="Aims">Distance to the terms, belief in a stab in the back, treason.</param>
/// <param name="Blame">Betrayal: what falls on the leader of the blame for what the war did not bring.</param>
/// <param name="Losses">Interest: rents and assets lost, what the war no longer feeds, an inquiry, the part of a scapegoat, rival forces.</param>
/// <param name="Grievance">The founder's grievance.</param>
internal readonly record struct Motives(double Aims, double Blame, double Losses, double Grievance)
{
    /// <summary>A motive that counts for something, logits (assumed).</summary>
    private const double Felt = 0.1;

    /// <summary>Whether aims and betrayal move him, and more than losses.</summary>
    public bool AreOfAims => Aims + Blame > Math.Max(Losses, Felt);

    public Motives Persisted(Checkpoint state) =>
        new(state.Value(Aims), state.Value(Blame), state.Value(Losses), state.Value(Grievance));

    /// <summary>As events tell them.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"aims {Aims:0.00}, blame {Blame:0.00}, losses {Losses:0.00}, grievance {Grievance:0.00}");
}
