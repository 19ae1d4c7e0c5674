namespace Elites.Street;

/// <summary>Repression as it is ordered, justified and felt.</summary>
internal sealed class Repression : IPersistent
{
    /// <summary>How far repression is held to be justified (J), 0 to 1.</summary>
    public double Justification { get; set; } = 1;

    /// <summary>Effective repression (R_e), 0 to 1.</summary>
    public double Effective { get; set; } = 0.6;

    /// <summary>The part of it that answers a want of support, 0 to 1.</summary>
    public double Answer { get; set; }

    /// <summary>What the elite reads of it: the answer to a want of support strikes the street and frightens nobody else.</summary>
    public double OnElite => Effective - Answer;

    /// <summary>What the war has added to repression so far, as a share of the way from its level to 1.</summary>
    public double Grown { get; set; }

    /// <summary>Repression that is ordered (R), before justification and discontent, 0 to 1.</summary>
    public double Ordered { get; set; } = 0.6;

    /// <summary>Mean loyalty that the mass shows in public, weighted by persons.</summary>
    public double PublicSupport { get; set; } = 0.8;

    public void Persist(Checkpoint state)
    {
        (Justification, Effective, PublicSupport) = (state.Value(Justification), state.Value(Effective), state.Value(PublicSupport));
        (Answer, Grown, Ordered) = (state.Value(Answer), state.Value(Grown), state.Value(Ordered));
    }
}
