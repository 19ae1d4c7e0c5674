namespace Elites.Parameters;

/// <summary>M2.</summary>
public sealed class BargainingParameters : Mechanism
{
    [Parameter("Rise of what the leader is offered, whatever he does (carrots)", Unit = "terms per year", Min = 0, Max = 1, Lever = 17)]
    public double Carrots { get; set; }

    [Parameter("Rise of his demand with every rise of the offer (rp); 0 is the rational null", Unit = "", Min = 0, Max = 1, Source = "the claim is Aron 2025; value assumed")]
    public double Ratchet { get; set; } = 0.5;
}
