using Microsoft.AspNetCore.Http;

namespace Gongkai.Ui.Frame;

/// <summary>A page that could not be shown: what happened and what to do.</summary>
/// <param name="Code">HTTP status.</param>
/// <param name="RequestId">What to quote when asking for help; null where it helps nobody.</param>
public sealed record StatusPage(int Code, string? RequestId = null)
{
    /// <summary>What happened, in a few words.</summary>
    public string Title => Code switch
    {
        StatusCodes.Status400BadRequest => "这次提交没有被接受",
        StatusCodes.Status401Unauthorized => "请先登录",
        StatusCodes.Status403Forbidden => "您没有办理这件事的权限",
        StatusCodes.Status404NotFound => "没有找到这个页面",
        StatusCodes.Status409Conflict => "别人刚刚改过同一内容",
        StatusCodes.Status410Gone => "发现病毒，已停止下载",
        StatusCodes.Status413PayloadTooLarge => "提交的文件太大",
        StatusCodes.Status423Locked => "这个文件还没有查毒",
        StatusCodes.Status429TooManyRequests => "请求太频繁",
        StatusCodes.Status503ServiceUnavailable => "系统暂时不能办理",
        _ => Code >= StatusCodes.Status500InternalServerError ? "系统出了差错" : "这个页面不能显示",
    };

    /// <summary>Why, as far as it helps.</summary>
    public string Happened => Code switch
    {
        StatusCodes.Status400BadRequest => "页面可能打开得太久，或者提交的内容不完整，所以什么都没有改动。",
        StatusCodes.Status401Unauthorized => "这个页面只对登录的工作人员开放。",
        StatusCodes.Status403Forbidden => "您已经登录，但这件事由其他岗位办理。",
        StatusCodes.Status404NotFound => "地址可能输错了，或者内容已经移到别处。",
        StatusCodes.Status409Conflict => "在您填写的时候，同一内容已被他人保存。您的改动没有覆盖对方的内容。",
        StatusCodes.Status410Gone => "查毒程序在这个文件里发现了病毒，所以不再提供下载。",
        StatusCodes.Status413PayloadTooLarge => "文件超过了允许的大小，所以没有收下。",
        StatusCodes.Status423Locked => "文件要先查毒，才能下载。",
        StatusCodes.Status429TooManyRequests => "短时间内来自您的网络的请求过多，系统请您稍等。",
        StatusCodes.Status503ServiceUnavailable => "系统正在维护，或者一时太忙。",
        _ => Code >= StatusCodes.Status500InternalServerError ? "这不是您的操作造成的。没有保存的内容没有生效，已经保存的内容不受影响。" : "系统没有接受这个请求。",
    };

    /// <summary>What the reader can do now.</summary>
    public string WhatToDo => Code switch
    {
        StatusCodes.Status400BadRequest => "请返回上一页，刷新后再提交一次。",
        StatusCodes.Status401Unauthorized => "登录后会回到这个页面。",
        StatusCodes.Status403Forbidden => "如果这件事应由您办理，请联系本单位的系统管理员开通权限。",
        StatusCodes.Status404NotFound => "请检查地址，或者从首页重新查找。",
        StatusCodes.Status409Conflict => "请返回上一页，对照最新内容，再决定是否保存您的改动。",
        StatusCodes.Status410Gone => "需要这份材料的，请联系提供它的单位。",
        StatusCodes.Status413PayloadTooLarge => "请压缩或者拆分文件后再提交。",
        StatusCodes.Status423Locked => "请过几分钟再下载。",
        StatusCodes.Status429TooManyRequests => "请过一分钟再试。",
        StatusCodes.Status503ServiceUnavailable => "请过几分钟再试，不必重新填写。",
        _ => Code >= StatusCodes.Status500InternalServerError ? "请过几分钟再试。如果仍然如此，请把下面的编号告诉系统管理员。" : "请返回上一页再试。",
    };
}
