using Agents;

namespace Torture;

#pragma warning disable CS1591 // named by what they hold

[MustVectorise]
internal readonly partial struct DrawsOfEveryKind(double rate) : IRule<Everything>
{
    public void Step(Agent<Everything> me)
    {
        var draws = me.Draws(Everything.One);
        me.UInt = draws.Word();
        me.Float = draws.UniformSingle();
        me.OtherFloat = draws.SymmetricSingle();
        me.Double = draws.Uniform();
        me.Left = draws.NormalSingle();
        me.OtherDouble = draws.Normal();
        me.Next.Weight = draws.Normal(1, rate);
        me.Int = draws.Below(1_000_000_007);
        var others = me.Draws(Everything.Two);
        me.Bool = others.Chance(0.3);
        me.Next.Mood = (float)others.Exponential(1 + rate);
        me.OtherInt = others.Below(3);
    }
}

[MustVectorise]
internal readonly partial struct DrawsUnderConditions : IRule<Everything>
{
    public void Step(Agent<Everything> me)
    {
        var draws = me.Draws(Everything.One);
        if (me.Bool)
        {
            me.Float = draws.UniformSingle();
            if (draws.Chance(0.5))
                me.Int++;
        }
        else
            me.Double = draws.Normal();
        var others = me.Draws(Everything.Two);
        me.OtherBool = me.Sort == Sort.First && others.Chance(0.25);
        me.OtherFloat = Around(me, 0.5f);
    }

    private static float Around(Agent<Everything> me, float width)
    {
        var draws = me.Draws(Everything.Two);
        return draws.SymmetricSingle() * width;
    }
}

/// <summary>Arguments at which draws throw for some agents.</summary>
[MustVectorise]
internal readonly partial struct DrawsThatThrow : IRule<Everything>
{
    public void Step(Agent<Everything> me)
    {
        me.Byte++;
        var draws = me.Draws(Everything.One);
        if (draws.Chance(me.Mood))
            me.Float = 1;
        me.Double = draws.Normal(me.Birth, me.Weight);
        var others = me.Draws(Everything.Two);
        if (me.Bool)
            me.Int = others.Below(me.Tally);
        else
            me.OtherDouble = others.Exponential(me.Weight);
    }
}

/// <summary>Draws whose number of words is not known beforehand, in a branch.</summary>
[MustVectorise]
internal readonly partial struct DrawsByOne(double[] weights) : IRule<Everything>
{
    public void Step(Agent<Everything> me)
    {
        me.Short--;
        var draws = me.Draws(Everything.One);
        if (me.Bool && me.Float > 0)
            me.Int = draws.PickWeighted(weights);
        else
            me.OtherInt = 4;
    }
}

/// <summary>Who draws right of a condition, or in the order of names.</summary>
[MustVectorise]
internal readonly partial struct DrawsInExpressions : IRule<Everything>
{
    public void Step(Agent<Everything> me)
    {
        var draws = me.Draws(Everything.One);
        me.Double = draws.Normal(deviation: 2, mean: me.Birth is > -1 and < 1 ? me.Birth : 0);
        me.Float = Difference(second: draws.UniformSingle(), first: draws.UniformSingle());
        if (me.Byte < 200)
        {
            me.Bool = me.OtherBool && draws.Chance(0.5);
            me.Int = draws.Below(10);
        }
    }

    private static float Difference(float first, float second) => 2 * first - second;
}
