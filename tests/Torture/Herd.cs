using Agents;
using Agents.Random;

namespace Torture;

/// <summary>An open population whose rules claim, bear and die under conditions.</summary>
public sealed class Herd : Model
{
    private readonly Claims claims;

    /// <summary>Makes it.</summary>
    /// <param name="count">Number of animals at the start.</param>
    public Herd(int count)
        : base(Seed.Of(11))
    {
        Animals = new Animals(this, count);
        claims = new Claims(Animals, count);
    }

    /// <summary>All of them.</summary>
    public Animals Animals { get; }

    /// <inheritdoc/>
    protected override void Step()
    {
        Run(Animals, new Graze(claims));
        claims.Resolve();
        Run(Animals, new Eat(claims));
        CommitLives(Animals);
    }
}

/// <summary>Animals.</summary>
public sealed class Animals : Population
{
    /// <summary>Where an animal grazes, and whether it lives on.</summary>
    public static readonly Purpose Grazing = new(1001);

    internal Animals(Model model, int count)
        : base(model, "animals", count, isOpen: true)
    {
        Strength = Private<float>();
        Moves = Private<int>();
    }

    /// <summary>Food that it has, from 0.</summary>
    public Private<float> Strength { get; }

    /// <summary>How often it has grazed.</summary>
    public Private<int> Moves { get; }
}

[MustVectorise]
internal readonly partial struct Graze(Claims claims) : IRule<Animals>
{
    public void Step(Agent<Animals> me)
    {
        var draws = me.Draws(Animals.Grazing);
        me.Strength += draws.UniformSingle() - 0.45f;
        if (me.Strength > 0.2f)
            claims.Propose(me, draws.Below(1_000), me.Strength);
        me.Moves++;
    }
}

[MustVectorise]
internal readonly partial struct Eat(Claims claims) : IRule<Animals>
{
    public void Step(Agent<Animals> me)
    {
        me.Strength *= 0.9f;
        if (claims.HasWon(me.Row))
            me.Strength += 0.2f;
        if (me.Strength < -0.5f)
        {
            me.Die();
            return;
        }
        if (me.Strength > 0.8f)
        {
            me.Strength *= 0.5f;
            me.Bear();
        }
        me.Moves++;
    }
}

internal static class AnimalsView
{
    extension(Agent<Animals> me)
    {
        public ref float Strength => ref me.Population.Strength[me.Row];

        public ref int Moves => ref me.Population.Moves[me.Row];
    }
}
