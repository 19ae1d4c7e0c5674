using Agents;

namespace Torture;

#pragma warning disable CS1591 // named by what they hold

[MustVectorise]
internal readonly partial struct EarlyReturns(float line, bool isOn) : IRule<Everything>
{
    public void Step(Agent<Everything> me)
    {
        if (!isOn)
        {
            me.Left = 1;
            return;
        }
        if (me.Float > line)
        {
            me.OtherFloat = 3;
            if (me.Bool)
                return;
            me.OtherFloat = 4;
        }
        else if (me.Float < 0)
            return;
        me.Double = Sign(me.Double) + Sign(me.Weight);
        if (me.Sort == Sort.Second)
            return;
        me.Left = 7;
    }

    private static int Sign(double x)
    {
        if (x > 0)
            return 1;
        if (x < 0)
            return -1;
        return 0;
    }
}

[MustVectorise]
internal readonly partial struct NestedBranches(bool isOn, float line) : IRule<Everything>
{
    public void Step(Agent<Everything> me)
    {
        int sum = 0, product;
        if (me.Float > line)
        {
            if (me.Int > 0)
                sum = me.Int;
            else
            {
                sum -= 2;
                me.Byte = 9;
            }
            product = sum * 3;
        }
        else if (isOn)
            product = me.OtherInt;
        else
            product = me.OtherInt * 5;
        if (isOn && me.Bool || product > 7)
        {
            {
                var inner = product;
                me.OtherInt = inner + sum;
            }
        }
        me.Int = product;
    }
}

[MustVectorise]
internal readonly partial struct SwitchStatements : IRule<Everything>
{
    public void Step(Agent<Everything> me)
    {
        switch (me.Sort)
        {
            case Sort.First:
                me.Float = 1;
                break;
            case Sort.Second when me.Bool:
            case Sort.Third:
                me.Float *= 2;
                break;
            default:
                me.Float = -me.Float;
                break;
        }
        switch (me.Int)
        {
            case < 0:
                me.Int = -1;
                return;
            case 3 or 5:
                me.Int = 100;
                break;
            case > 1_000 and not 2_000:
                {
                    me.Int /= 2;
                    break;
                }
        }
        switch (me.Bool)
        {
            case true:
                me.OtherFloat = 5;
                return;
        }
        me.OtherBool = !me.OtherBool;
    }
}

[MustVectorise]
internal readonly partial struct SwitchExpressions(Sort fallen) : IRule<Everything>
{
    public void Step(Agent<Everything> me)
    {
        me.Float = me.Sort switch { Sort.First when me.Bool => 1, Sort.First or Sort.Second => me.OtherFloat * 2, _ => me.Int is > 1 and < 100 ? 3 : 4 };
        me.OtherInt = me.Float switch { > 0 and < 1 => 1, float.NaN => 2, >= 1 => 3, _ => 4 };
        me.Bool = me.Sort is not Sort.Third && me.OtherInt is 1 or 2;
        me.Double = fallen switch { Sort.First => me.Double, Sort.Second => 2, var other => (int)other };
        me.Byte = me.Int switch { 0 => 0, var n when n > 250 => 250, var n => (byte)n };
        me.Level = me.Long switch { < 0 => Level.Low, 0 => Level.Middle, _ => Level.High };
        me.UInt = me.ULong switch { 0 => 1, > uint.MaxValue => 2, var x => (uint)x };
    }
}

[MustVectorise]
internal readonly partial struct Patterns : IRule<Everything>
{
    public void Step(Agent<Everything> me)
    {
        me.Bool = me.Float is > 0.5f or < -0.5f and not float.NegativeInfinity;
        me.OtherBool = me.Double is not double.NaN and >= 0;
        me.Int = me.UShort is 7 or 8 || me.Short is < 0 ? 1 : me.SByte is -128 or > 100 ? 2 : 3;
        me.OtherInt = me.Level is Level.Low ? 1 : (me.Marks & Marks.High) is not Marks.None ? 2 : 3;
        me.Next.Truth = me.Truth is true;
        var (p, q) = (me.Left, me.OtherFloat);
        (me.OtherFloat, me.Left) = (p, q);
    }
}

[MustVectorise]
internal readonly partial struct Choices(bool isOn, double rate) : IRule<Everything>
{
    public void Step(Agent<Everything> me)
    {
        me.Float = me.Bool ? isOn ? me.Float : 1 : me.OtherFloat;
        me.Double = isOn ? me.Double : me.Bool ? rate : me.OtherDouble;
        me.Long = me.Long > me.OtherLong ? me.OtherLong : me.Int;
        me.ULong = me.OtherBool ? me.ULong : me.UInt;
        me.UInt = me.Float > 0 ? me.UInt : me.OtherUInt;
        me.Short = isOn ? me.Short : (short)3;
        me.Sort = me.Bool ? Sort.First : me.Class;
        int k;
        me.Int = (k = me.Int + 1) > 4 && me.Bool ? k : -k;
        var grown = 0;
        me.OtherInt = me.Bool ? grown++ : ++grown;
        me.OtherInt += grown;
    }
}

/// <summary>What stands right of a condition happens for some only.</summary>
[MustVectorise]
internal readonly partial struct RightSides(bool isOn) : IRule<Everything>
{
    public void Step(Agent<Everything> me)
    {
        var k = 1;
        if (me.Bool && (k = me.Int) > 4 || isOn && (k = me.OtherInt) < 0)
            me.Byte = 3;
        me.Int = k;
        if (me.OtherBool && me.Short is var half && half > 3)
            me.Short = (short)(half / 2);
        var most = int.MaxValue;
        var least = (byte)(most - 1);
        me.OtherInt = most + 1 + least;
    }
}
